import type { ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import {
  CLIENT_A,
  CLIENT_B,
  LEAF,
  OTHER_NAME,
  ROOT,
  SELF_SIGNED_NAMED,
  TEST_KEY,
} from '../transport/testing/certificates';
import { eventually } from '../transport/testing/eventually';
import { rawClient } from '../transport/testing/rawClient';
import { at, check, down, gatewayWith, link, OK, type Script, target } from './testing/linkGateway';

/** Reference 9: "`uri` is not routed to: it sets the `Host` header and, with https, the name checked". */
test('the URI gives scheme, Host and path; the link gives the address', async () => {
  const backend = await target();
  const { call } = await gatewayWith([link([at(backend)])], {
    integration: { uri: 'http://orders.internal:8443/base' },
  });
  const answer = await call('?q=1', { method: 'POST', body: 'order' });
  expect([answer.status, answer.body]).toEqual([200, 'ok']);
  expect(backend.requests[0]).toMatchObject({
    method: 'POST',
    url: '/base?q=1',
    body: 'order',
    headers: { host: 'orders.internal:8443' },
  });
});

test.each<{
  rule: string;
  cert: string;
  uri?: string;
  skip?: boolean;
  caCertificate?: string;
  status: number;
}>([
  { rule: 'known to the link', cert: LEAF, caCertificate: ROOT, status: 200 },
  { rule: 'unknown', cert: LEAF, status: 504 },
  {
    rule: 'of another authority than the link knows',
    cert: SELF_SIGNED_NAMED,
    caCertificate: ROOT,
    status: 504,
  },
  { rule: 'skipped', cert: SELF_SIGNED_NAMED, skip: true, status: 200 },
  { rule: 'skipped, of another name', cert: OTHER_NAME, skip: true, status: 504 },
  {
    rule: "skipped, of the URI's name",
    cert: OTHER_NAME,
    uri: 'https://other.test/',
    skip: true,
    status: 200,
  },
  {
    rule: "known, for the target's address",
    cert: LEAF,
    caCertificate: ROOT,
    uri: 'https://10.0.0.7/',
    status: 504,
  },
])('a target whose authority is $rule: $status', async ({
  cert,
  uri = 'https://backend.test/',
  skip,
  caCertificate,
  status,
}) => {
  const backend = await target(OK, { cert });
  const { call } = await gatewayWith([link([at(backend)], caCertificate ? { caCertificate } : {})], {
    integration: { uri, ...(skip && { tlsConfig: { insecureSkipVerification: true } }) },
  });
  expect((await call('')).status).toBe(status);
  if (status === 200) expect(backend.requests[0]?.serverName).toBe(new URL(uri).hostname);
});

test.each([
  { rule: "the link's own", own: true, stageCertificate: false, seen: 'client A' },
  { rule: "the stage's", own: false, stageCertificate: true, seen: 'client B' },
  { rule: "the link's before the stage's", own: true, stageCertificate: true, seen: 'client A' },
  { rule: 'none', own: false, stageCertificate: false, seen: '' },
])('mutual TLS to targets: $rule', async ({ own, stageCertificate, seen }) => {
  const backend = await target(OK, { cert: LEAF, requestCert: true, rejectUnauthorized: false });
  const shown = own ? { certificate: CLIENT_A, privateKey: TEST_KEY } : {};
  const { call } = await gatewayWith([link([at(backend)], { caCertificate: ROOT, ...shown })], {
    integration: { uri: 'https://backend.test/' },
    stage: stageCertificate ? { clientCertificateId: 'cert1' } : {},
    more: {
      clientCertificates: [{ clientCertificateId: 'cert1', certificate: CLIENT_B, privateKey: TEST_KEY }],
    },
  });
  expect((await call('')).status).toBe(200);
  expect(backend.requests[0]?.clientCertificate).toBe(seen);
});

const VARIABLE = '$' + '{stageVariables.link}';
test.each<{ rule: string; connectionId: string; variables?: Record<string, string>; reason?: string }>([
  { rule: 'a stage variable names the link', connectionId: VARIABLE, variables: { link: 'link1' } },
  { rule: 'no such variable', connectionId: VARIABLE, reason: 'Undefined stage variable: link' },
  {
    rule: 'no such link by variable',
    connectionId: VARIABLE,
    variables: { link: 'link9' },
    reason: 'VPC link link9 does not exist',
  },
  { rule: 'no such link', connectionId: 'link9', reason: 'VPC link link9 does not exist' },
])('connectionId, $rule', async ({ connectionId, variables = {}, reason }) => {
  const backend = await target();
  const { statuses, errors, recorder } = await gatewayWith([link([at(backend)])], {
    integration: { connectionId },
    stage: { variables },
  });
  expect(await statuses(2)).toEqual(reason ? [500, 500] : [200, 200]);
  const told = reason && `Execution failed due to configuration error: ${reason}`;
  expect(errors.map(({ detail }) => detail.reason)).toEqual(told ? [told] : []);
  const responseType = reason && 'API_CONFIGURATION_ERROR';
  expect((await recorder.recorded(2)).map((record) => record.responseType)).toEqual([
    responseType,
    responseType,
  ]);
});

test('calls take turns', async () => {
  const backends = [await target(), await target(), await target()];
  const { statuses } = await gatewayWith([link(backends.map(at))]);
  expect(await statuses(9)).toEqual(Array(9).fill(200));
  expect(backends.map(({ requests }) => requests.length)).toEqual([3, 3, 3]);
});

test('the target with the fewest open calls is next', async () => {
  const held: ServerResponse[] = [];
  const hold: Script = ({ headers }, response) => {
    if (headers['x-hold']) held.push(response);
    else response.end('ok');
  };
  const [first, second] = [await target(hold), await target(hold)];
  const { call, statuses } = await gatewayWith([link([at(first), at(second)])]);
  const holding = call('', { headers: { 'X-Hold': '1' } });
  await eventually(() => expect(held).toHaveLength(1));
  expect(await statuses(6)).toEqual(Array(6).fill(200));
  expect([first.requests.length, second.requests.length]).toEqual([1, 6]);
  held[0]?.end('ok');
  expect((await holding).status).toBe(200);
});

/** Which calls may go to another target when one fails. */
test.each<{ rule: string; method: string; failing: 'refuses' | 'resets'; status: number; reached: number }>([
  { rule: 'nothing was sent', method: 'GET', failing: 'refuses', status: 200, reached: 1 },
  { rule: 'nothing was sent', method: 'POST', failing: 'refuses', status: 200, reached: 1 },
  { rule: 'twice does no harm', method: 'GET', failing: 'resets', status: 200, reached: 1 },
  { rule: 'twice does no harm', method: 'PUT', failing: 'resets', status: 200, reached: 1 },
  { rule: 'it may have had its effect', method: 'POST', failing: 'resets', status: 504, reached: 0 },
])('a target that $failing a $method: $rule', async ({ method: verb, failing, status, reached }) => {
  const good = await target();
  const bad = failing === 'resets' ? at(await target((_, response) => response.destroy())) : await down();
  const { statuses } = await gatewayWith([link([bad, at(good)])]);
  expect(await statuses(1, { method: verb })).toEqual([status]);
  expect(good.requests).toHaveLength(reached);
});

test('a target that was refused is passed over for a while, then tried again', async () => {
  const good = await target();
  const gone = await down();
  const { statuses, states, gateway, clock } = await gatewayWith([link([gone, at(good)])]);
  expect(states()).toEqual(['unknown', 'unknown']);
  expect(await statuses(4)).toEqual(Array(4).fill(200));
  expect(states()).toEqual(['unhealthy', 'unknown']);
  expect(gateway.vpcLinkHealth('link1')[0]?.reason).toMatch(/ECONNREFUSED/);
  clock.advance(10_000);
  expect(states()).toEqual(['unknown', 'unknown']);
});

test('a target that takes no connection in time is passed over, whatever the method', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const good = await target(OK, { cert: LEAF });
  const { port } = silent.address() as AddressInfo;
  const { statuses, states } = await gatewayWith(
    [link([at({ port }), at(good)], { caCertificate: ROOT })],
    { integration: { uri: 'https://backend.test/' } },
    { linkConnectMillis: 1_000 },
  );
  expect(await statuses(1, { method: 'POST' })).toEqual([200]);
  expect(states()).toEqual(['unhealthy', 'unknown']);
});

test('a call whose time ends before it is connected is not made elsewhere, and the next goes elsewhere', async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const good = await target(OK, { cert: LEAF });
  const { port } = silent.address() as AddressInfo;
  const { statuses } = await gatewayWith([link([at({ port }), at(good)], { caCertificate: ROOT })], {
    integration: { uri: 'https://backend.test/', timeoutInMillis: 3_000 },
  });
  expect(await statuses(3)).toEqual([504, 200, 200]);
});

test('when no target can be reached the call fails, and the next is tried all the same', async () => {
  const [first, second] = [await down(), await down()];
  const backend = await target();
  const { statuses, apply, recorder } = await gatewayWith([link([first, second])]);
  expect(await statuses(2)).toEqual([504, 504]);
  expect((await recorder.recorded(2))[0]?.responseType).toBe('INTEGRATION_FAILURE');
  apply([link([first, second, at(backend)])]);
  expect(await statuses(3)).toEqual([200, 200, 200]);
});

test('a target that a link names no more: idle connections close at once, a call under way ends on its own', async () => {
  let finish = () => {};
  const leaving = await target((request, response) => {
    if (request.headers['x-hold']) finish = () => response.end('held');
    else response.end('ok');
  });
  const staying = await target();
  const { call, apply, statuses } = await gatewayWith(
    [link([at(leaving)])],
    {},
    { connectionIdleMillis: 60_000 },
  );
  await statuses(1);
  const held = call('', { headers: { 'X-Hold': '1' } });
  await eventually(() => expect(leaving.requests).toHaveLength(2));
  await statuses(1);
  expect(leaving.open.size).toBe(2);
  apply([link([at(staying)])]);
  await eventually(() => expect(leaving.open.size).toBe(1));
  expect(await statuses(2)).toEqual([200, 200]);
  expect(staying.requests).toHaveLength(2);
  finish();
  expect((await held).body).toBe('held');
  await eventually(() => expect(leaving.open.size).toBe(0));
});

/** B12: a link is no way round the egress guard. Private ranges are what links are for, and are let through. */
test.each([
  '169.254.169.254:80',
  '[fe80::1]:80',
  '0.0.0.0:80',
  'metadata.google.internal:80',
])('B12 a target at %s is not connected to', async (address) => {
  const healthCheck = check({ protocol: 'TCP' });
  const { statuses, recorder, states } = await gatewayWith([link([address], { healthCheck })]);
  expect(await statuses(1)).toEqual([500]);
  expect((await recorder.recorded(1))[0]?.responseType).toBe('API_CONFIGURATION_ERROR');
  await eventually(() => expect(states()).toEqual(['unhealthy']));
});

test('a stream comes through a link', async () => {
  let backendSide: ServerResponse | undefined;
  const backend = await target((_request, response) => {
    backendSide = response;
    response.write('data: 1\n\n');
  });
  const { port } = await gatewayWith([link([await down(), at(backend)])], {
    integration: { responseTransferMode: 'STREAM' },
  });
  const client = rawClient(port);
  client.socket.write('GET /prod HTTP/1.1\r\nHost: api1.execute-api.localhost\r\nConnection: close\r\n\r\n');
  await client.until(/data: 1/);
  backendSide?.end('data: 2\n\n');
  expect((await client.closed).text).toMatch(/data: 2.*0\r\n\r\n$/s);
});

test('after resets, refusals and callers who leave, calls are spread as evenly as before', async () => {
  let storm = true;
  let asked = 0;
  const script: Script = (_request, response) => {
    asked += 1;
    if (!storm || asked % 5 === 0) response.end('ok');
    else if (asked % 5 === 1) response.destroy();
    else if (asked % 5 === 2) response.write('cut', () => response.destroy());
    else setImmediate(() => response.end('later'));
  };
  const backends = [await target(script), await target(script), await target(script)];
  const links = backends.map(at);
  const { port, apply, statuses, call } = await gatewayWith([link([...links, await down()])]);
  const leaves = async () => {
    const client = rawClient(port);
    client.socket.write('GET /prod HTTP/1.1\r\nHost: api1.execute-api.localhost\r\n\r\n');
    await new Promise(setImmediate);
    client.socket.destroy();
    await client.closed;
  };
  const stays = (method: string) => call('', { method }).catch(() => undefined);
  for (let round = 0; round < 20; round += 1) {
    const verbs = Array.from({ length: 12 }, (_, index) => (index % 3 ? 'GET' : 'POST'));
    await Promise.all([...verbs.map(stays), ...Array.from({ length: 6 }, leaves)]);
  }
  storm = false;
  apply([link(links)]);
  await eventually(async () => {
    for (const { requests } of backends) requests.length = 0;
    expect(await statuses(9)).toEqual(Array(9).fill(200));
    expect(backends.map(({ requests }) => requests.length)).toEqual([3, 3, 3]);
  });
});
