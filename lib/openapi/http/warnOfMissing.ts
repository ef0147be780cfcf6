import type { Reading } from '../read/Reading';
import { segmentsOf } from '../read/resolveReference';
import type { SourceNode } from '../source/SourceNode';

/**
 * Warns of schemas of requests and answers that the document does not have, in the words of AWS's importer. An HTTP
 * API has no use for schemas, but who asks for no warnings is told of a misspelt one.
 * @param operation e.g. `'/pets'(get)`
 */
export function warnOfMissing(
  reading: Reading,
  operation: string,
  fields: ReadonlyMap<string, SourceNode>,
): void {
  const bodies: [place: string, node: SourceNode | undefined][] = [
    ['requestBody', fields.get('requestBody')],
  ];
  for (const [status, node] of membersOf(fields.get('responses'))) bodies.push([`responses.${status}`, node]);
  for (const [place, body] of bodies)
    for (const [, media] of membersOf(body?.child('content'))) {
      const reference = media.child('schema')?.child('$ref');
      if (reference && isMissing(reading.root, reference.content))
        reading.warnAsAws(
          reference,
          `Parse issue: attribute paths.${operation}.${place}.content.schema.${reference.content} is missing`,
        );
    }
}

const membersOf = (node: SourceNode | undefined): ReadonlyMap<string, SourceNode> =>
  node?.content instanceof Map ? node.content : new Map();

/** Of a reference inside the document; others are nobody's here. */
function isMissing(root: SourceNode, reference: unknown): reference is string {
  if (typeof reference !== 'string' || !reference.startsWith('#')) return false;
  const target = segmentsOf(reference).reduce<SourceNode | undefined>((at, name) => at?.child(name), root);
  return target === undefined;
}
