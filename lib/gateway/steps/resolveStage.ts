import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { Canary, ServingStage } from '../snapshot/compiled';
import { firstPart, oneSlash } from './callAddress';

export interface Target {
  stage: ServingStage;
  /** the path below the stage, a leading `//` collapsed; what routes are matched against */
  path: string;
  /** `/{stage}/...` as sent, on a custom domain name the whole path; what AWS logs */
  fullPath: string;
  /** what events of functions call `path` */
  eventPath: string;
}

/**
 * Finds the stage that a call's host and path name.
 * @throws GatewayError FORBIDDEN for an unknown API or stage, as AWS answers
 */
export function resolveStage({ address, serving, report, trace }: Call): Target {
  if (!address) throw new GatewayError('FORBIDDEN', 'The host and path lead to no API');
  const { apiId: restApiId, isCustomDomain } = address;
  // `//stage/a` is `/stage/a`, in what is logged too (recorded); on a custom domain name it may be a mapping's.
  const [fullPath, rest] = isCustomDomain
    ? [address.fullPath, address.rest]
    : [oneSlash(address.fullPath), oneSlash(address.rest)];
  const [stageName, path] = address.stageName === undefined ? firstPart(rest) : [address.stageName, rest];
  const stages = serving.apis.get(restApiId);
  if (!stages) throw new GatewayError('FORBIDDEN', `There is no API ${restApiId}`);
  report.restApiId = restApiId;
  const named = stages.get(stageName);
  if (!named) throw new GatewayError('FORBIDDEN', `API ${restApiId} has no stage ${stageName}`);
  if (named.deployment.disableExecuteApiEndpoint && !isCustomDomain)
    throw new GatewayError('FORBIDDEN', `The default endpoint of API ${restApiId} is disabled`);
  const stage = named.canary ? drawn(named, named.canary) : named;
  report.stageName = stage.recordedAs;
  trace?.add('resolveStage', `Stage ${stageName} of API ${restApiId}`, {
    deploymentId: stage.deployment.deploymentId,
    ...(stage.isCanaryRequest !== undefined && { isCanaryRequest: stage.isCanaryRequest }),
  });
  return { stage, path: oneSlash(path), fullPath, eventPath: oneSlash(isCustomDomain ? fullPath : path) };
}

/** Anew for every call, as AWS does: callers are not pinned to either side. */
function drawn(stage: ServingStage, { percentTraffic, stage: canary }: Canary): ServingStage {
  return Math.random() * 100 < percentTraffic ? canary : stage;
}
