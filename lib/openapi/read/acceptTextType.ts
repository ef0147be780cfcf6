import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';

/**
 * Parameters and headers are texts, on AWS too: exactly that type is honoured, every finer one is left unread
 * and so reported.
 */
export function acceptTextType(
  { reading, dialect }: ImportContext,
  fields: ReadonlyMap<string, SourceNode>,
): void {
  if (dialect === 'swagger') reading.accept(fields.get('type'), 'string');
  const schema = dialect === 'swagger' ? undefined : fields.get('schema');
  if (!(schema?.content instanceof Map) || schema.content.size !== 1) return;
  if (schema.content.get('type')?.content === 'string') schema.reading = 'whole';
}
