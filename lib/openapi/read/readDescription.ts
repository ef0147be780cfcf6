import type { SourceNode } from '../source/SourceNode';

/**
 * Prose of a part that needs none: what is no text (YAML's empty `description:` is null) is left unread, and so
 * reported; no document is refused for it.
 */
export function readDescription(node: SourceNode | undefined): string | undefined {
  if (typeof node?.content !== 'string' && typeof node?.content !== 'number') return undefined;
  node.reading = 'whole';
  return (typeof node.content === 'string' ? node.content : node.source) || undefined;
}
