import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { isMissing, type Missing, type ServedStage, type ServedStages, shown } from './servedStages';

/** A method that a page is about. */
export interface EndpointAddress {
  restApiId: string;
  stageName: string;
  path: string;
  method: string;
}

/** What a stage serves at an address. */
export interface ServedEndpoint extends ServedStage {
  resource: Resource;
  method: Method;
}

/** The endpoint, or the part of its address that the stage does not serve. */
export async function servedEndpoint(
  stages: ServedStages,
  { restApiId, stageName, path, method: verb }: EndpointAddress,
): Promise<ServedEndpoint | Missing> {
  const stage = await stages(restApiId, stageName);
  if (isMissing(stage)) return stage;
  const resource = stage.definition.resources.find((each) => each.path === path);
  if (!resource) return { field: 'path', message: `Stage ${shown(stageName)} does not serve ${shown(path)}` };
  const method = Object.hasOwn(resource.resourceMethods, verb) ? resource.resourceMethods[verb] : undefined;
  if (method) return { ...stage, resource, method };
  return {
    field: 'method',
    message: `Stage ${shown(stageName)} does not serve ${shown(verb)} ${shown(path)}`,
  };
}
