import { enter, type SourceNode } from '../source/SourceNode';

/** What of a Reading is needed here. */
interface References {
  root: SourceNode;
  refuse(node: SourceNode, message: string): undefined;
  text(node: SourceNode): string | undefined;
}

/**
 * Follows `$ref`s inside the document. Nothing is fetched: references to other files or hosts are refused, as
 * are references that lead back to themselves.
 */
export function resolveReference(reading: References, node: SourceNode): SourceNode | undefined {
  const passed = new Set<SourceNode>();
  let at = node;
  for (;;) {
    const reference = at.content instanceof Map ? at.content.get('$ref') : undefined;
    if (!reference) return at;
    if (passed.has(at)) return reading.refuse(node, 'The reference leads back to itself.');
    passed.add(at);
    enter(at);
    const target = targetOf(reading, reference);
    if (!target) return undefined;
    at = target;
  }
}

/** The node that the text of a `$ref` names. Its ancestors count as looked at, their other members do not. */
export function targetOf(reading: References, reference: SourceNode): SourceNode | undefined {
  const text = reading.text(reference);
  if (text === undefined) return undefined;
  if (!text.startsWith('#'))
    return reading.refuse(
      reference,
      `"${text.slice(0, 200)}" is outside this document; references are not fetched.`,
    );
  let at: SourceNode | undefined = reading.root;
  for (const segment of segmentsOf(text)) {
    if (at) enter(at);
    at = at?.child(segment);
  }
  return at ?? reading.refuse(reference, `"${text.slice(0, 200)}" is not in this document.`);
}

/** Segments of a reference in URI fragment form (RFC 6901 section 6). */
export function segmentsOf(reference: string): string[] {
  return reference
    .slice(1)
    .split('/')
    .slice(1)
    .map((segment) => decode(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
