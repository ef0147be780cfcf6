import { z } from 'zod';

/** A CORS header's value: it stands in a mapping expression between single quotes, which knows no escape. */
export const corsValue = z
  .string()
  .trim()
  .regex(/^[\x20-\x26\x28-\x7e]*$/, "Header values are visible ASCII without '");

export const corsOrigin = corsValue.min(1, 'Name an origin, or * for any');
