import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { Canary, ServingStage } from '../snapshot/compiled';

export interface Target {
  stage: ServingStage;
  /** the path below the stage, a leading `//` collapsed; what routes are matched against */
  path: string;
  /** `/{stage}/...` as sent; what AWS logs */
  fullPath: string;
}

const PATH_FORM = '/_aws/execute-api/';
const HOST_FORM = '.execute-api.';

/**
 * Finds the stage: by host, `{apiId}.execute-api.localhost/{stage}/...`, or by path,
 * `/_aws/execute-api/{apiId}/{stage}/...`, for clients whose resolver lacks *.localhost.
 * @throws GatewayError FORBIDDEN for an unknown API or stage, as AWS answers
 */
export function resolveStage({ request, serving, report, trace }: Call): Target {
  const { restApiId, fullPath } = address(request.host, request.path);
  const stages = serving.apis.get(restApiId);
  if (!stages) throw new GatewayError('FORBIDDEN', `There is no API ${restApiId}`);
  report.restApiId = restApiId;
  const end = fullPath.indexOf('/', 1);
  const stageName = end < 0 ? fullPath.slice(1) : fullPath.slice(1, end);
  const named = stages.get(stageName);
  if (!named) throw new GatewayError('FORBIDDEN', `API ${restApiId} has no stage ${stageName}`);
  if (named.deployment.disableExecuteApiEndpoint)
    throw new GatewayError('FORBIDDEN', `The default endpoint of API ${restApiId} is disabled`);
  const stage = named.canary ? drawn(named, named.canary) : named;
  report.stageName = stage.recordedAs;
  const path = end < 0 ? '/' : fullPath.slice(end).replace(/^\/+/, '/');
  trace?.add('resolveStage', `Stage ${stageName} of API ${restApiId}`, {
    deploymentId: stage.deployment.deploymentId,
    ...(stage.isCanaryRequest !== undefined && { isCanaryRequest: stage.isCanaryRequest }),
  });
  return { stage, path, fullPath };
}

/** Anew for every call, as AWS does: callers are not pinned to either side. */
function drawn(stage: ServingStage, { percentTraffic, stage: canary }: Canary): ServingStage {
  return Math.random() * 100 < percentTraffic ? canary : stage;
}

function address(host: string, path: string): { restApiId: string; fullPath: string } {
  const dot = host.indexOf(HOST_FORM);
  if (dot > 0) return { restApiId: host.slice(0, dot), fullPath: path };
  if (!path.startsWith(PATH_FORM)) throw new GatewayError('FORBIDDEN', `${host} is not the host of an API`);
  const end = path.indexOf('/', PATH_FORM.length);
  if (end < 0) throw new GatewayError('FORBIDDEN', 'The path names no stage');
  return { restApiId: path.slice(PATH_FORM.length, end), fullPath: path.slice(end) };
}
