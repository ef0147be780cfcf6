import { maxBytes } from '../limits';
import { refuseAt } from '../OpenApiError';
import { readJson } from './readJson';
import { readYaml } from './readYaml';
import type { SourceNode } from './SourceNode';

/** A JSON or YAML text as a tree with lines. What begins with `{` is JSON. @throws OpenApiError */
export function readSource(text: string): SourceNode {
  if (text.length > maxBytes || Buffer.byteLength(text) > maxBytes)
    refuseAt(1, 'The document is larger than 6 MB.');
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') refuseAt(1, 'The document is empty.');
  return body.trimStart().startsWith('{') ? readJson(body) : readYaml(body);
}
