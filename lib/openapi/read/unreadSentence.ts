import type { SourceNode } from '../source/SourceNode';

/** Members whose loss has a consequence worth more than "not honoured". */
const sentences = new Map<string, string>([
  [
    'description',
    'This description is not kept: only the API, its operations, their parameters and responses, and models have one.',
  ],
  ['example', 'Examples are kept inside schemas only.'],
  ['examples', 'Examples are kept inside schemas only.'],
  ['deprecated', 'There is no mark for deprecated operations; this one stays as it is.'],
  ['trace', 'TRACE is not a verb of a REST API.'],
  ['host', 'The address of the original API is not kept: this API gets its own.'],
  ['schemes', 'The address of the original API is not kept: this API gets its own.'],
  ['servers', 'The address of the original API is not kept: this API gets its own.'],
  ['basePath', 'The base path is ignored: choose "prepend" or "split" to put it before the paths.'],
  ['default', 'A response needs a status code: "default" is not kept.'],
  ['content', 'Only schemas of bodies are kept.'],
  [
    'x-amazon-apigateway-security-policy',
    'TLS ends at one listener for all APIs: a policy of its own is not kept.',
  ],
  [
    'x-amazon-apigateway-endpoint-access-mode',
    'There is one way to reach an API: an access mode of its own is not kept.',
  ],
  ['enableSimpleResponses', 'Only authorizers of HTTP APIs give simple answers: this one answers a policy.'],
  [
    'authorizerPayloadFormatVersion',
    'Only authorizers of HTTP APIs have a payload format: this one gets the event of REST APIs.',
  ],
]);

const unused = 'Nothing in the document uses this, so it is not kept.';
const sections = /^\/(components\/[^/]+|parameters|responses|securityDefinitions)\/[^/]+$/;

/** Why one member of a document was not used. */
export function unreadSentence(node: SourceNode): string {
  const { pointer, segment } = node;
  if (sections.test(pointer)) return unused;
  if (pointer === '/security')
    return 'Every operation names security of its own: that of the whole document is not asked.';
  if (/^\/x-amazon-apigateway-documentation\/(version|createdDate)$/.test(pointer))
    return 'The parts are kept without the name of their version: one is made when they are published.';
  if (/\/responses\/[1-5]XX$/.test(pointer)) return 'A response needs a status code: ranges are not kept.';
  if (/\/security\/\d+\/[^/]+\/\d+$/.test(pointer))
    return 'Scopes are checked with user pools only: this one is not kept.';
  return sentences.get(segment) ?? `"${segment.slice(0, 100)}" is not honoured.`;
}
