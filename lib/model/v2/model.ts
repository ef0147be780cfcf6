import { z } from 'zod';

/** WebSocket only. */
export const modelInput = z.object({
  name: z.string().regex(/^[A-Za-z0-9]{1,128}$/, 'A model has a name of letters and digits'),
  contentType: z.string().optional(),
  description: z.string().max(1024).optional(),
  /** JSON Schema draft 4 as text */
  schema: z.string().max(32_768),
});
export type ModelInput = z.infer<typeof modelInput>;
export interface Model extends ModelInput {
  modelId: string;
}
