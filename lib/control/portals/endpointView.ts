import type { productRestEndpointPages } from '@/db/schema';
import { documentationIndex } from '@/lib/model/documentationIndex';
import type { EndpointPage } from '@/lib/model/portalSite';
import type { ServedEndpoint } from './servedEndpoint';
import { isMissing, type Missing } from './servedStages';

export type EndpointRow = typeof productRestEndpointPages.$inferSelect;
export type StageUrl = (restApiId: string, stageName: string) => string;

/** A page as it is shown: what its API says, with the overrides laid over it. */
export function toEndpointPage(
  row: EndpointRow,
  found: ServedEndpoint | Missing,
  stageUrl: StageUrl,
): EndpointPage {
  const { id, restApiId, stageName, path, method, overrides, tryItState, lastModified } = row;
  const served = isMissing(found) ? undefined : found;
  const rawBody = served ? documentedBody(served) : '';
  const operationName = overrides?.operationName ?? served?.method.operationName;
  return {
    productRestEndpointPageId: id,
    restApiId,
    stageName,
    path,
    method,
    overrides,
    tryItState: served && isPrivate(served) ? 'UNAVAILABLE' : tryItState,
    ...(operationName !== undefined && { operationName }),
    endpoint: overrides?.endpoint ?? `${stageUrl(restApiId, stageName)}${path}`,
    body: overrides?.body ?? rawBody,
    rawBody,
    ...(isMissing(found)
      ? { status: 'FAILED' as const, statusMessage: found.message }
      : { status: 'AVAILABLE' as const }),
    lastModified: lastModified.getTime(),
  };
}

/** What the documentation parts of the stage's version say of the method, and what it says of itself, as Markdown. */
function documentedBody({ definition, resource, method }: ServedEndpoint): string {
  const { summary, description } = method;
  const said = { ...(summary && { summary }), ...(description && { description }) };
  const location = { type: 'METHOD', path: resource.path, method: method.httpMethod } as const;
  const { properties } = documentationIndex(definition.documentationParts ?? []).resolve(location, said);
  const prose = [properties.summary, properties.description].filter((each) => typeof each === 'string');
  return [...new Set(prose.map((each) => each.trim()))].filter(Boolean).join('\n\n');
}

/** AWS: try it is unavailable for private APIs, which browsers cannot reach. */
export const isPrivate = ({ definition }: Pick<ServedEndpoint, 'definition'>) =>
  definition.endpointConfiguration?.types[0] === 'PRIVATE';
