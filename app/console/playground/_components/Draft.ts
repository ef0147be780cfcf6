import { z } from 'zod';

/** What stands in the playground's editors, as it is typed. */
export const draftSchema = z.object({
  template: z.string(),
  kind: z.enum(['request', 'response']),
  body: z.string(),
  /** JSON texts; empty means {} */
  parameters: z.string(),
  stageVariables: z.string(),
  context: z.string(),
});

export type Draft = z.infer<typeof draftSchema>;
