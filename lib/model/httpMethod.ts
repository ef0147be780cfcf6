import { z } from 'zod';

/** Verbs that a REST API method may have, in the order that AWS's own message lists them. */
export const httpMethods = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'ANY'] as const;
export const httpMethod = z.enum(httpMethods, {
  error: 'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
});
export type HttpMethod = z.infer<typeof httpMethod>;
