import { z } from 'zod';

const texts = z
  .record(
    z.string().max(1_024, 'A name has at most 1,024 characters'),
    z.string().max(10_240, 'A value has at most 10,240 characters'),
  )
  .refine((record) => Object.keys(record).length <= 100, 'At most 100 entries');

const contextSize = 64 * 1024;
const contextDepth = 20;

/** A trial is typed by hand: what no call could send is refused before the interpreter sees it. */
export const trialInput = z.object({
  template: z.string().max(300 * 1024, 'A template is at most 300 KB'),
  kind: z.enum(['request', 'response']),
  body: z.string().max(1024 * 1024, 'The body has at most 1 MB here'),
  parameters: z.object({ path: texts, querystring: texts, header: texts }),
  stageVariables: texts,
  context: z
    .record(z.string(), z.unknown())
    .refine((context) => isShallow(context, contextDepth), 'The context is nested at most 20 deep')
    .refine((context) => JSON.stringify(context).length <= contextSize, 'The context has at most 64 KB'),
});

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}
