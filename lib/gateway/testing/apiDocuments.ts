import type {
  ApiDeploymentDocument,
  ApiDocument,
  ApiIntegrationDocument,
  ApiStageDocument,
  RouteDocument,
} from '../snapshot/apiTypes';
import type { Snapshot } from '../snapshot/types';
import { snapshot } from './documents';

/** The documents of HTTP and WebSocket APIs that tests are written in, as documents.ts has REST's. */

export function api(part: Partial<ApiDocument> = {}): ApiDocument {
  return { apiId: 'api1', protocolType: 'HTTP', name: 'test', ...part };
}

/** `$default` of `api1` unless said otherwise */
export function apiStage(part: Partial<ApiStageDocument> = {}): ApiStageDocument {
  return { apiId: 'api1', stageName: '$default', deploymentId: 'dep1', stageVariables: {}, ...part };
}

/** A route to the integration `int1`. */
export function route(routeKey: string, part: Partial<RouteDocument> = {}): RouteDocument {
  return { routeId: routeKey, routeKey, authorizationType: 'NONE', target: 'integrations/int1', ...part };
}

export function apiIntegration(part: Partial<ApiIntegrationDocument> = {}): ApiIntegrationDocument {
  return {
    integrationId: 'int1',
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'ANY',
    payloadFormatVersion: '1.0',
    ...part,
  };
}

export function apiDeployment(part: Partial<ApiDeploymentDocument> = {}): ApiDeploymentDocument {
  const protocolType = part.protocolType ?? 'HTTP';
  return {
    deploymentId: 'dep1',
    apiId: 'api1',
    protocolType,
    name: 'test',
    routeSelectionExpression:
      protocolType === 'HTTP' ? '${request.method} ${request.path}' : '$request.body.action',
    routes: [],
    integrations: [],
    authorizers: [],
    models: [],
    ...part,
  };
}

/** A complete snapshot that holds one HTTP or WebSocket API, `api1`, and its one stage. */
export function apiSnapshot(
  deployment: Partial<ApiDeploymentDocument>,
  {
    stage,
    ...part
  }: Partial<Snapshot> & { api?: Partial<ApiDocument>; stage?: Partial<ApiStageDocument> } = {},
): Snapshot {
  const { api: own, ...rest } = part;
  const protocolType = deployment.protocolType ?? 'HTTP';
  return snapshot({
    stages: [],
    apis: [api({ protocolType, ...own })],
    apiStages: [apiStage(stage)],
    apiDeployments: [apiDeployment(deployment)],
    ...rest,
  });
}
