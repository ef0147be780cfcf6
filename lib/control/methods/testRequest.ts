import { z } from 'zod';
import { stageVariables } from '@/lib/model/stage';

/** An invented call, as the tests of a method and of an authorizer take it. */
export const testRequest = {
  pathWithQueryString: z
    .string()
    .max(10_240)
    .regex(/^$|^\/[\x21-\x7e]*$/, 'The path begins with / and is percent-encoded'),
  headers: z.record(
    z.string().regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, 'Not a header name'),
    z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'Header values hold no line breaks'),
  ),
  body: z.string().max(10 * 1024 * 1024, 'A body has at most 10 MB'),
  stageVariables,
};
