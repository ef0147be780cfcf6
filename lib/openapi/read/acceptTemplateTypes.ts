import type { Integration } from '@/lib/model/integration';
import type { SourceNode } from '../source/SourceNode';

/**
 * AWS's exports in Swagger 2.0 name media types of templates in `consumes` and `produces` too (recorded). Where no
 * model wants them the templates have said them already.
 */
export function acceptTemplateTypes(
  operation: ReadonlyMap<string, SourceNode>,
  { requestTemplates, integrationResponses }: Integration,
): void {
  accept(operation.get('consumes'), Object.keys(requestTemplates));
  const responses = Object.values(integrationResponses);
  accept(
    operation.get('produces'),
    responses.flatMap(({ responseTemplates }) => Object.keys(responseTemplates)),
  );
}

function accept(node: SourceNode | undefined, known: readonly string[]): void {
  const types = node?.toValue();
  if (node?.reading === 'unread' && Array.isArray(types) && types.every((type) => known.includes(type)))
    node.reading = 'whole';
}
