import { IdentityBook } from '../authorizers/IdentityBook';
import { NO_APIS } from '../snapshot/buildApis';
import { compileDeployment } from '../snapshot/compileDeployment';
import type { CompiledDeployment, Serving } from '../snapshot/compiled';
import { servingStage } from '../snapshot/servingStage';
import type { DeploymentDocument } from '../snapshot/types';
import { callAddress } from '../steps/callAddress';
import type { Trace } from '../telemetry/trace';
import type { Call, CallPorts } from './Call';
import { describedRequest } from './describedRequest';
import { beginCall } from './serve';
import type { TestAccount } from './TestAccount';

/** A call that nobody sent, to a definition that need not be deployed. */
export interface Invented {
  deployment: DeploymentDocument;
  stageName: string;
  variables: Record<string, string>;
  httpMethod: string;
  pathWithQueryString: string;
  headers: Record<string, string>;
  body: string;
  /** of the resource that answers whatever the path */
  resourcePath?: string;
}

/** A description that is no request. */
export class TestRefused extends Error {}

const OPEN_COUNTERS: CallPorts['counters'] = {
  takeTokens: () => ({ taken: true }),
  takeQuota: () => ({ taken: true }),
};

/** Its stage has no cache, so this is never asked. */
const NO_CACHE: CallPorts['cache'] = { get: () => undefined, put: () => {} };

/** What a test takes of no one, it does not ask for. */
export const inventedPorts = (ports: Omit<CallPorts, 'counters' | 'cache'>): CallPorts => ({
  ...ports,
  counters: OPEN_COUNTERS,
  cache: NO_CACHE,
});

/** @throws TestRefused, SnapshotRejected */
export function inventedCall(
  test: Invented,
  options: { ports: Omit<CallPorts, 'counters' | 'cache'>; account: TestAccount },
  trace: Trace,
  startedAt: number,
): Call {
  const host = `${test.deployment.restApiId}.execute-api.localhost`;
  const path = test.pathWithQueryString.startsWith('/')
    ? test.pathWithQueryString
    : `/${test.pathWithQueryString}`;
  const target = `/${test.stageName}${path}`;
  const { httpMethod, headers, body } = test;
  let request: ReturnType<typeof describedRequest>;
  try {
    request = describedRequest({ method: httpMethod, host, target, headers, body, startedAt });
  } catch (error) {
    throw new TestRefused(error instanceof Error ? error.message : String(error));
  }
  const ports = inventedPorts(options.ports);
  const serving = servingOf(test, options.account);
  return beginCall(request, callAddress(request, serving.domains), serving, ports, trace);
}

function servingOf(test: Invented, { account, vpcLinks, userPools, services }: TestAccount): Serving {
  const deployment = onAnyPath(compileDeployment(test.deployment), test.resourcePath);
  const { restApiId, deploymentId } = deployment;
  const { stageName, variables } = test;
  const stage = servingStage(
    { restApiId, stageName, deploymentId, variables, methodThrottles: {} },
    deployment,
    { clientCertificates: new Map(), vpcLinks: new Map(vpcLinks.map((link) => [link.id, link])) },
  );
  return {
    revision: 0,
    account,
    accountBucket: { key: 'account', throttle: account.throttle },
    apis: new Map([[restApiId, new Map([[stageName, stage]])]]),
    ...NO_APIS,
    domains: new Map(),
    deployments: new Map(),
    apiKeys: { find: () => undefined },
    identity: new IdentityBook({}),
    userPools,
    services,
  };
}

/** A test asks its method whatever the path: one that does not fit has no path variables (recorded). */
function onAnyPath(compiled: CompiledDeployment, resourcePath?: string): CompiledDeployment {
  const { routes } = compiled;
  const itself = resourcePath === undefined ? undefined : routes.match(resourcePath);
  if (!itself) return compiled;
  const match: typeof routes.match = (path, accepts) =>
    routes.match(path, accepts) ?? { ...itself, parameters: {} };
  return { ...compiled, routes: { match } };
}
