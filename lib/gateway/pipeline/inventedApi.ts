import type { ApiAuthorizerTestCall } from '../gateway';
import type { RouteDocument } from '../snapshot/apiTypes';
import { buildServing } from '../snapshot/buildServing';
import type { Serving } from '../snapshot/compiled';
import type { Request } from '../transport/Request';
import type { CallPorts } from './Call';
import { describedRequest } from './describedRequest';
import { inventedPorts, TestRefused } from './inventedCall';
import type { TestCallOptions } from './testCall';

/** A call that nobody sent, to an HTTP or WebSocket API that need not be deployed. */
export interface InventedApi {
  test: ApiAuthorizerTestCall;
  request: Request;
  serving: Serving;
  ports: CallPorts;
}

/** @throws TestRefused, SnapshotRejected */
export function inventedApi(
  test: ApiAuthorizerTestCall,
  { ports, account }: TestCallOptions,
  startedAt: number,
): InventedApi {
  const { apiId, stageName, headers, httpMethod: method, pathWithQueryString } = test;
  const path = pathWithQueryString.startsWith('/') ? pathWithQueryString : `/${pathWithQueryString}`;
  // What names no stage is `$default`'s.
  const target = stageName === '$default' ? path : `/${stageName}${path}`;
  const host = `${apiId}.execute-api.localhost`;
  const described = { method, host, target, headers, body: '', startedAt };
  let request: Request;
  try {
    request = describedRequest(described);
  } catch (error) {
    throw new TestRefused(error instanceof Error ? error.message : String(error));
  }
  return { test, request, serving: servingOf(test, account), ports: inventedPorts(ports) };
}

/** One stage with one route, which the authorizer guards. */
function servingOf(test: ApiAuthorizerTestCall, { account, ...has }: TestCallOptions['account']): Serving {
  const { apiId, protocolType, stageName, variables } = test;
  const api = { apiId, protocolType, name: apiId };
  const deployment = {
    ...api,
    deploymentId: 'test-invoke',
    routeSelectionExpression: protocolType === 'HTTP' ? '' : '$request.body.action',
    routes: [guarded(test)],
    integrations: [],
    // Each test asks anew, as on AWS.
    authorizers: [{ ...test.authorizer, authorizerResultTtlInSeconds: 0 }],
    models: [],
  };
  const stage = { apiId, stageName, deploymentId: 'test-invoke', stageVariables: variables };
  const nothing = { deployments: [], stages: [], usagePlans: [], apiKeys: [], removedApiKeyIds: [] };
  const serving = buildServing(
    {
      ...{ format: 0, revision: 0, revisedAt: 0, basis: null, account, ...nothing },
      ...{ apis: [api], apiStages: [stage], apiDeployments: [deployment] },
    },
    undefined,
    { find: () => undefined },
  );
  const { userPools, services } = has;
  return { ...serving, userPools, services };
}

function guarded({ protocolType, authorizer, route }: ApiAuthorizerTestCall): RouteDocument {
  return {
    routeKey: protocolType === 'HTTP' ? '$default' : '$connect',
    ...route,
    routeId: 'test-invoke',
    authorizationType: authorizer.authorizerType === 'JWT' ? 'JWT' : 'CUSTOM',
    authorizerId: authorizer.authorizerId,
  };
}
