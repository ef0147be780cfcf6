import { z } from 'zod';

const characters = /^[\p{L}\p{N}\s.:+=@_/-]*$/u;
const key = z
  .string()
  .min(1, 'Invalid tag key: a key has 1 to 128 characters')
  .max(128, 'Invalid tag key: a key has 1 to 128 characters')
  .regex(characters, 'Invalid tag key: use letters, digits, spaces and . : + = @ _ / -')
  .refine((text) => !/^aws:/i.test(text), 'Invalid tag key: aws: is reserved');

/** AWS's rules (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-tagging-restrictions.html). */
export const tags = z
  .record(
    key,
    z
      .string()
      .max(256, 'Invalid tag value: a value has at most 256 characters')
      .regex(characters, 'Invalid tag value: use letters, digits, spaces and . : + = @ _ / -'),
  )
  .refine((all) => Object.keys(all).length <= 50, 'A resource has at most 50 tags');
export type Tags = z.infer<typeof tags>;
