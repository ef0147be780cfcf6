import type { ImportWarning } from '@/lib/model/openapiReport';
import { maxWarnings } from '../limits';
import type { SourceNode } from '../source/SourceNode';
import { unreadSentence } from './unreadSentence';

/**
 * One warning for every part of the document that no reader used: the top-most unused member, not all below it.
 * Together with `told`, in the document's order.
 */
export function reportUnread(root: SourceNode, told: readonly ImportWarning[]): ImportWarning[] {
  const warnings = [...told];
  collect(root, warnings);
  warnings.sort((a, b) => a.line - b.line);
  const rest = warnings.length - maxWarnings;
  if (rest <= 0) return warnings;
  const message = `${rest} more fields are not honoured; they are not listed.`;
  return [...warnings.slice(0, maxWarnings), { line: 1, pointer: '', message }];
}

function collect(node: SourceNode, warnings: ImportWarning[]): void {
  if (node.reading === 'whole') return;
  if (node.reading === 'unread') {
    warnings.push({ line: node.line, pointer: node.pointer, message: unreadSentence(node) });
    return;
  }
  if (typeof node.content === 'object' && node.content !== null)
    for (const child of node.content.values()) collect(child, warnings);
}
