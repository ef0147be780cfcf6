import { z } from 'zod';

/** What CreateRequestValidator takes; what is left out is not checked. */
export const validatorInput = z.object({
  name: z.string().trim().min(1, 'Request Validator name cannot be blank').max(1024),
  validateRequestParameters: z.boolean().default(false),
  validateRequestBody: z.boolean().default(false),
});
