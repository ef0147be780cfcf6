import { z } from 'zod';

export const documentationPartTypes = [
  'API',
  'AUTHORIZER',
  'MODEL',
  'RESOURCE',
  'METHOD',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'REQUEST_BODY',
  'RESPONSE',
  'RESPONSE_HEADER',
  'RESPONSE_BODY',
] as const;
export type DocumentationPartType = (typeof documentationPartTypes)[number];

/** Which of `path`, `method`, `statusCode`, `name` a type has is told by operations.md 5; absent means any. */
export const documentationPartLocation = z.object({
  type: z.enum(documentationPartTypes),
  path: z.string().optional(),
  method: z.string().optional(),
  statusCode: z.string().optional(),
  name: z.string().optional(),
});
export type DocumentationPartLocation = z.infer<typeof documentationPartLocation>;

export const documentationPart = z.object({
  location: documentationPartLocation,
  /** JSON object as text */
  properties: z.string(),
});
export type DocumentationPart = z.infer<typeof documentationPart>;

export interface DocumentationVersion {
  version: string;
  description?: string;
  createdDate: number;
  /** stages that show it */
  stageNames: string[];
}
