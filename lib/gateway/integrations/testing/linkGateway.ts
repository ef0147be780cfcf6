import type { ServerOptions } from 'node:https';
import { onTestFinished } from 'vitest';
import type { GatewayOptions } from '../../gateway';
import type { IntegrationDocument, Snapshot, StageDocument, VpcLinkDocument } from '../../snapshot/types';
import { createBackend, type TestBackend } from '../../testing/createBackend';
import { createTestGateway } from '../../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../../testing/documents';
import { TEST_KEY } from '../../transport/testing/certificates';
import { closedPort } from '../../transport/testing/scriptedBackend';

export type Script = Parameters<typeof createBackend>[0];
export const OK: Script = (_request, response) => response.end('ok');

/** A backend on loopback that ends with the test; over TLS when given a certificate. */
export async function target(script: Script = OK, tls?: ServerOptions): Promise<TestBackend> {
  const backend = await createBackend(script, tls && { key: TEST_KEY, ...tls });
  onTestFinished(() => backend.close());
  return backend;
}

/** as links name it */
export const at = ({ port }: { port: number }) => `127.0.0.1:${port}`;
/** where nothing listens */
export const down = async () => `127.0.0.1:${await closedPort()}`;

export function link(targets: string[], part: Partial<VpcLinkDocument> = {}): VpcLinkDocument {
  return { id: 'link1', name: 'orders', targets, ...part };
}

interface Served {
  integration?: Partial<IntegrationDocument>;
  stage?: Partial<StageDocument>;
  more?: Partial<Snapshot>;
}

/** A gateway whose one method goes through `link1`; `apply` publishes other links for it. */
export async function gatewayWith(
  links: VpcLinkDocument[],
  served: Served = {},
  limits: GatewayOptions['backendLimits'] = {},
) {
  const gateway = await createTestGateway(undefined, {}, { healthSecondMillis: 20, ...limits });
  onTestFinished(() => gateway.close());
  const document = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: 'http://orders.internal/base',
    connectionType: 'VPC_LINK',
    connectionId: 'link1',
    ...served.integration,
  });
  let revision = 0;
  const apply = (vpcLinks: VpcLinkDocument[]) => {
    revision += 1;
    gateway.gateway.apply(
      snapshot({
        revision,
        deployments: [deployment({ '/': [method('ANY', document)] })],
        stages: [stage(served.stage)],
        vpcLinks,
        ...served.more,
      }),
    );
  };
  apply(links);
  const statuses = async (calls: number, options = {}) => {
    const seen: number[] = [];
    for (let call = 0; call < calls; call += 1) seen.push((await gateway.call('', options)).status);
    return seen;
  };
  const states = () => gateway.gateway.vpcLinkHealth('link1').map(({ state }) => state);
  return { ...gateway, apply, statuses, states };
}

export type HealthCheck = NonNullable<VpcLinkDocument['healthCheck']>;
export const check = (part: Partial<HealthCheck> = {}): HealthCheck => ({
  protocol: 'HTTP',
  path: '/health',
  intervalSeconds: 1,
  // 5 s: twenty milliseconds are a second here
  timeoutSeconds: 250,
  healthyThreshold: 2,
  unhealthyThreshold: 2,
  ...part,
});

/** A target whose health a test sets. */
export async function patient(status = 200, tls?: ServerOptions) {
  const state = { status };
  const backend = await target((request, response) => {
    if (request.url === '/health') response.writeHead(state.status);
    response.end('ok');
  }, tls);
  const calls = () => backend.requests.filter(({ url }) => url !== '/health').length;
  const probes = () => backend.requests.length - calls();
  return { ...backend, state, calls, probes };
}
