import { GatewayError } from '../GatewayError';
import type { Serving } from '../snapshot/compiled';
import type { WebSocketStage } from '../snapshot/compiledApis';
import type { CallAddress } from '../steps/callAddress';
import type { CompiledWebSocketDeployment } from './compileWebSocketDeployment';

export interface SocketAddress {
  apiId: string;
  stageName: string;
  /** below the stage; '' or begins with `/` */
  path: string;
}

/** On a custom domain name the mapping may name the stage; else the first part of the path does. */
export function socketAddress({ apiId, stageName, rest }: CallAddress): SocketAddress {
  if (stageName !== undefined) return { apiId, stageName, path: rest };
  const end = rest.indexOf('/', 1);
  return end < 0
    ? { apiId, stageName: rest.slice(1), path: '' }
    : { apiId, stageName: rest.slice(1, end), path: rest.slice(end) };
}

/** @throws GatewayError FORBIDDEN for an API whose own address is turned off, but by a custom domain name */
export function refuseDisabled(
  { serving }: { serving: Pick<Serving, 'webSocketApis'> },
  { apiId, isCustomDomain }: Pick<CallAddress, 'apiId' | 'isCustomDomain'>,
): void {
  if (!isCustomDomain && serving.webSocketApis.get(apiId)?.document.disableExecuteApiEndpoint)
    throw new GatewayError('FORBIDDEN', `The default endpoint of API ${apiId} is disabled`);
}

/**
 * The stage as it serves now: a deployment's new routes count from the next message of open connections on.
 * @throws GatewayError FORBIDDEN for an API or stage that is not there
 */
export function resolveSocketStage(
  { webSocketApis }: Serving,
  { apiId, stageName }: Pick<SocketAddress, 'apiId' | 'stageName'>,
): { stage: WebSocketStage; deployment: CompiledWebSocketDeployment } {
  const stage = webSocketApis.get(apiId)?.stages.get(stageName);
  if (!stage) throw new GatewayError('FORBIDDEN', `API ${apiId} has no stage ${stageName}`);
  if (!stage.deployment) throw new GatewayError('FORBIDDEN', `Nothing is deployed to stage ${stageName}`);
  return { stage, deployment: stage.deployment };
}
