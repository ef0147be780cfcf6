import { z } from 'zod';

/** What of a custom domain name leads where, in the words of apigatewayv2. */
export const apiMappingInput = z.object({
  /** of an HTTP, a WebSocket or a REST API */
  apiId: z.string().min(1, 'API identifier is required'),
  stage: z.string().min(1, 'Stage is required'),
  /** one part of a path or several, e.g. `orders/v2`; '' and `(none)`: whatever no other key fits */
  apiMappingKey: z
    .string()
    .max(300, 'API mapping key is at most 300 characters')
    .transform((text) => (text === '(none)' ? '' : text))
    .refine(
      (text) => !/^\/|\/\//.test(text),
      "API mapping key should not start with a '/' or have consecutive '/'s.",
    )
    .refine((text) => !text.endsWith('/'), "API mapping key should not end with a '/'.")
    .refine(
      (text) => /^[A-Za-z0-9$_.+!*'()/-]*$/.test(text),
      "API mapping key has only letters, digits and $-_.+!*'()/",
    )
    .optional(),
});
export type ApiMappingInput = z.input<typeof apiMappingInput>;

export interface ApiMapping {
  apiMappingId: string;
  /** '' where there is none */
  apiMappingKey: string;
  apiId: string;
  stage: string;
}
