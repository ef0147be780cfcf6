import { RouteTree } from '@gatehouse/gateway/snapshot';
import { ControlError } from '@/lib/model/ControlError';
import type { PortalAuthorization, SiteEndpoint } from '@/lib/model/portalSite';
import type { Resource, RestApiDefinition } from '@/lib/model/restApi';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, ReadCall } from '../ControlContext';
import { runRead } from '../operation';
import { badRequest } from '../parse';
import { permit } from '../permission';
import { checkCall, notSent, sendTry } from '../portal/tryItCall';
import { callHeaders } from '../portal/tryItHeaders';
import { isPrivate } from './endpointView';
import type { PortalsControl } from './PortalsControl';
import { publishedCopy } from './publishedCopy';
import { isMissing, type ServedStage, servedStages } from './servedStages';

/**
 * One call to an endpoint that the published copy offers to try, through the gateway's own listener: to that method
 * and path alone, of what the stage serves now.
 *
 * Visitors may, where anybody may read the portal. Where readers sign in to a user pool this operation knows none of
 * them, and so lets in nobody but those who may read the console: the page that has seen a reader's session calls as
 * the system.
 */
export function tryEndpoint(context: ControlContext): PortalsControl['tryIt'] {
  return async (actor, portalId, pageId, call) => {
    const { method, pathAndQuery } = checkCall(call);
    const invokeUrl = await runRead(context, actor, (read) =>
      triedUrl(read, portalId, pageId, method, pathAndQuery),
    );
    const headers = callHeaders(call.headers).filter(([name]) => name.toLowerCase() !== methodOverride);
    return sendTry(context, { invokeUrl, method, pathAndQuery, headers, body: call.body });
  };
}

/** With it the engine would take another method than the one that is looked at here. */
const methodOverride = 'x-http-method-override';

async function triedUrl(
  call: ReadCall,
  portalId: string,
  pageId: string,
  method: string,
  pathAndQuery: string,
): Promise<string> {
  const { site, authorization } = await publishedCopy(call, portalId);
  permitReader(call.actor, authorization);
  const endpoint = site.products
    .flatMap(({ sections }) => sections.flatMap(({ endpoints }) => endpoints))
    .find((each) => each.productRestEndpointPageId === pageId);
  if (!endpoint) throw new ControlError('NotFoundException', 'Invalid product REST endpoint page specified');
  if (!endpoint.tryIt) throw untried();
  const stage = await served(call, endpoint);
  refuseOther(stage.definition, endpoint, method, pathAndQuery);
  return stage.invokeUrl;
}

const untried = () =>
  new ControlError('AccessDeniedException', 'This endpoint cannot be tried from its portal');

function permitReader(actor: Actor, authorization: PortalAuthorization): void {
  if (!('none' in authorization)) permit(actor, 'viewer', 'TryProductRestEndpoint');
}

async function served(call: ReadCall, { restApiId, stageName }: SiteEndpoint): Promise<ServedStage> {
  const stage = await servedStages(call)(restApiId, stageName);
  if (isMissing(stage)) throw new ControlError('NotFoundException', stage.message);
  if (isPrivate(stage)) throw untried();
  return stage;
}

/**
 * The engine's own look-up says what the call leads to (its step matchMethod): another resource may be nobody's
 * business.
 */
function refuseOther(
  { resources }: RestApiDefinition,
  { path, method: documented }: SiteEndpoint,
  method: string,
  pathAndQuery: string,
): void {
  const [asked = ''] = pathAndQuery.split('?');
  if (asked.includes('//')) throw notSent();
  const tree = new RouteTree<Resource>();
  for (const resource of resources) tree.add(resource.path, resource);
  const has = (resource: Resource, verb: string) => Object.hasOwn(resource.resourceMethods, verb);
  const serves = (resource: Resource) => has(resource, method) || has(resource, 'ANY');
  const resource = (tree.match(asked, serves) ?? tree.match(asked))?.value;
  if (resource?.path !== path)
    throw badRequest({ field: 'pathAndQuery', message: `The path is not one of ${path}` });
  const served = has(resource, method) ? method : 'ANY';
  if (served !== documented || !has(resource, served))
    throw badRequest({ field: 'method', message: `The method is not one of ${documented} ${path}` });
}
