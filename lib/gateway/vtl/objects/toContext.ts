import { addOverrides, type Overrides } from '../overrides';
import { ContextMap, fromPlain } from '../values';

/** $context of one rendering: a copy of the data, so that a template changes only its own. */
export function toContext(data: Record<string, unknown>, earlier: Overrides | undefined): ContextMap {
  const context = fromPlain(data) as ContextMap;
  addOverrides(context, earlier);
  const authorizer = context.get('authorizer');
  const claims = authorizer instanceof Map ? authorizer.get('claims') : null;
  // "Calling $context.authorizer.claims returns null": only single claims print.
  if (claims instanceof ContextMap) claims.printed = 'null';
  return context;
}
