import type { ServerOptions } from 'node:https';
import { afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type {
  ClientCertificateDocument,
  IntegrationDocument,
  Snapshot,
  StageDocument,
} from '../snapshot/types';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import {
  CLIENT_A,
  CLIENT_B,
  EXPIRED,
  LEAF,
  OTHER_NAME,
  ROOT,
  SELF_SIGNED_NAMED,
  TEST_KEY,
} from '../transport/testing/certificates';

import { eventually } from '../transport/testing/eventually';

let gateway: TestGateway;
let revision = 0;

beforeAll(async () => {
  gateway = await createTestGateway(undefined, {}, { connectionIdleMillis: 60_000 });
  return () => gateway.close();
});
afterEach(() => {
  vi.useRealTimers();
});

async function secureBackend(options: ServerOptions, script?: Parameters<typeof createBackend>[0]) {
  const backend = await createBackend(script ?? ((_, response) => response.end('ok')), {
    key: TEST_KEY,
    ...options,
  });
  onTestFinished(() => backend.close());
  return backend;
}

function serve(
  part: Partial<IntegrationDocument>,
  stagePart: Partial<StageDocument> = {},
  more: Partial<Snapshot> = {},
) {
  revision += 1;
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'ANY', ...part });
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/': [method('ANY', document)] }, { deploymentId: `dep${revision}` })],
      stages: [stage({ deploymentId: `dep${revision}`, ...stagePart })],
      ...more,
    }),
  );
}

const SKIP = { insecureSkipVerification: true };
const NETWORK_ERROR = '{"message":"Network error communicating with endpoint"}';

/** Reference 9, tlsConfig: only the authority's part is skipped; F16: nothing is skipped silently. */
test.each<{
  rule: string;
  cert: string;
  host?: string;
  tlsConfig?: { insecureSkipVerification: boolean };
  server?: ServerOptions;
  status: number;
}>([
  { rule: 'self-signed', cert: SELF_SIGNED_NAMED, status: 504 },
  {
    rule: 'self-signed, not skipped',
    cert: SELF_SIGNED_NAMED,
    tlsConfig: { insecureSkipVerification: false },
    status: 504,
  },
  { rule: 'self-signed, skipped', cert: SELF_SIGNED_NAMED, tlsConfig: SKIP, status: 200 },
  {
    rule: 'self-signed by name, skipped',
    cert: SELF_SIGNED_NAMED,
    host: 'localhost',
    tlsConfig: SKIP,
    status: 200,
  },
  { rule: 'expired, skipped', cert: EXPIRED, tlsConfig: SKIP, status: 504 },
  { rule: 'of another name, skipped', cert: OTHER_NAME, tlsConfig: SKIP, status: 504 },
  {
    rule: 'of another name than the URL, skipped',
    cert: OTHER_NAME,
    host: 'localhost',
    tlsConfig: SKIP,
    status: 504,
  },
  { rule: 'of an authority nobody knows', cert: `${LEAF}\n${ROOT}`, status: 504 },
  { rule: 'of an authority nobody knows, skipped', cert: `${LEAF}\n${ROOT}`, tlsConfig: SKIP, status: 200 },
  { rule: 'without its authority, skipped', cert: LEAF, tlsConfig: SKIP, status: 504 },
  {
    rule: 'TLS 1.2, skipped',
    cert: SELF_SIGNED_NAMED,
    tlsConfig: SKIP,
    server: { maxVersion: 'TLSv1.2' },
    status: 200,
  },
  {
    rule: 'TLS 1.1, skipped',
    cert: SELF_SIGNED_NAMED,
    tlsConfig: SKIP,
    server: { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    status: 504,
  },
])('a backend whose certificate is $rule: $status', async ({
  cert,
  host = '127.0.0.1',
  tlsConfig,
  server,
  status,
}) => {
  const backend = await secureBackend({ cert, ...server });
  serve({ uri: `https://${host}:${backend.port}/`, ...(tlsConfig && { tlsConfig }) });
  const answer = await gateway.call('/', { method: 'POST', body: 'secret' });
  expect([answer.status, answer.body]).toEqual([status, status === 200 ? 'ok' : NETWORK_ERROR]);
  expect(backend.requests).toHaveLength(status === 200 ? 1 : 0);
});

test('every connection shows its certificate: no session is resumed, and a backend that changes is seen to', async () => {
  const ticketKeys = Buffer.alloc(48, 1);
  const backend = await createBackend((_, response) => response.setHeader('Connection', 'close').end('ok'), {
    key: TEST_KEY,
    cert: SELF_SIGNED_NAMED,
    ticketKeys,
  });
  onTestFinished(() => backend.close());
  serve({ uri: backend.url, tlsConfig: SKIP });
  for (let call = 0; call < 2; call += 1) expect((await gateway.call('/')).status).toBe(200);
  backend.setSecureContext({ key: TEST_KEY, cert: OTHER_NAME, ticketKeys });
  expect((await gateway.call('/')).status).toBe(504);
});

test('the name that is asked for and checked is the URL’s, whatever Host header is mapped', async () => {
  const backend = await secureBackend({ cert: SELF_SIGNED_NAMED });
  serve({
    type: 'HTTP',
    uri: `https://localhost:${backend.port}/`,
    tlsConfig: SKIP,
    requestParameters: { 'integration.request.header.Host': "'other.test'" },
  });
  expect((await gateway.call('/')).status).toBe(200);
  expect(backend.requests[0]).toMatchObject({ serverName: 'localhost', headers: { host: 'other.test' } });
});

const certificate = (pem: string): ClientCertificateDocument => ({
  clientCertificateId: 'cert1',
  certificate: pem,
  privateKey: TEST_KEY,
});
const asking: ServerOptions = { cert: SELF_SIGNED_NAMED, requestCert: true, rejectUnauthorized: false };

/** Reference 15: set on the stage, used for all its HTTP integrations. */
test.each([
  { type: 'HTTP_PROXY', id: 'cert1', seen: 'client A' },
  { type: 'HTTP', id: 'cert1', seen: 'client A' },
  { type: 'HTTP_PROXY', id: undefined, seen: '' },
  { type: 'HTTP_PROXY', id: 'gone', seen: '' },
] as const)('$type on a stage with certificate $id shows $seen', async ({ type, id, seen }) => {
  const backend = await secureBackend(asking);
  serve({ type, uri: backend.url, tlsConfig: SKIP }, id ? { clientCertificateId: id } : {}, {
    clientCertificates: [certificate(CLIENT_A)],
  });
  expect((await gateway.call('/')).status).toBe(200);
  expect(backend.requests[0]?.clientCertificate).toBe(seen);
});

test('one stage never uses the connection of another', async () => {
  const backend = await secureBackend(asking);
  const stages = { clientCertificates: [certificate(CLIENT_A)] };
  const uri = backend.url;
  const tlsConfig = SKIP;
  serve({ uri, tlsConfig }, { clientCertificateId: 'cert1' }, stages);
  await gateway.call('/');
  serve({ uri, tlsConfig }, {}, stages);
  await gateway.call('/');
  expect(backend.requests.map(({ clientCertificate }) => clientCertificate)).toEqual(['client A', '']);
});

/** Calls until the backend was asked so often. */
function rotating(backend: TestBackend) {
  const use = (pem: string) =>
    serve(
      { uri: backend.url, tlsConfig: SKIP },
      { clientCertificateId: 'cert1' },
      { clientCertificates: [certificate(pem)] },
    );
  const seen = () => backend.requests.map(({ clientCertificate }) => clientCertificate);
  return { use, seen };
}

test('a rotated certificate gets fresh connections, and idle ones of the old are closed at once', async () => {
  const backend = await secureBackend(asking);
  const { use, seen } = rotating(backend);
  use(CLIENT_A);
  await gateway.call('/');
  await gateway.call('/');
  expect(backend.connections()).toBe(1);
  use(CLIENT_A);
  await gateway.call('/');
  expect(backend.connections()).toBe(1);
  use(CLIENT_B);
  await eventually(() => expect(backend.open.size).toBe(0));
  await gateway.call('/');
  expect(seen()).toEqual(['client A', 'client A', 'client A', 'client B']);
});

test('a call under way ends on the old certificate, and its connection with it', async () => {
  let finish = () => {};
  const backend = await secureBackend(asking, (request, response) => {
    if (request.headers['x-hold']) finish = () => response.end('held');
    else response.end('ok');
  });
  const { use, seen } = rotating(backend);
  use(CLIENT_A);
  const held = gateway.call('/', { headers: { 'X-Hold': '1' } });
  await eventually(() => expect(seen()).toEqual(['client A']));
  use(CLIENT_B);
  expect((await gateway.call('/')).body).toBe('ok');
  finish();
  expect((await held).body).toBe('held');
  await eventually(() => expect(backend.open.size).toBe(1));
  expect(seen()).toEqual(['client A', 'client B']);
});

test('a certificate that cannot be used ends its calls with 500 and no other', async () => {
  const backend = await secureBackend(asking);
  serve(
    { uri: backend.url, tlsConfig: SKIP },
    { clientCertificateId: 'cert1' },
    { clientCertificates: [certificate('nonsense')] },
  );
  expect((await gateway.call('/')).status).toBe(500);
  expect((await gateway.recorder.recorded(1)).at(-1)?.responseType).toBe('API_CONFIGURATION_ERROR');
  serve({ uri: backend.url, tlsConfig: SKIP });
  expect((await gateway.call('/')).status).toBe(200);
});
