import type { ServerOptions } from 'node:https';
import { expect, test } from 'vitest';
import { CLIENT_A, LEAF, OTHER_NAME, TEST_KEY } from '../transport/testing/certificates';
import { eventually } from '../transport/testing/eventually';
import { at, check, down, gatewayWith, type HealthCheck, link, patient, target } from './testing/linkGateway';

test('checks take a target out and bring it back', async () => {
  const [first, second] = [await patient(), await patient()];
  const { states, statuses, gateway } = await gatewayWith([
    link([at(first), at(second)], { healthCheck: check() }),
  ]);
  await eventually(() => expect(states()).toEqual(['healthy', 'healthy']));
  first.state.status = 503;
  await eventually(() => expect(states()).toEqual(['unhealthy', 'healthy']));
  expect(gateway.vpcLinkHealth('link1')[0]).toMatchObject({ target: at(first), reason: 'answered 503' });
  expect(await statuses(6)).toEqual(Array(6).fill(200));
  expect([first.calls(), second.calls()]).toEqual([0, 6]);
  first.state.status = 302;
  await eventually(() => expect(states()).toEqual(['healthy', 'healthy']));
  expect(await statuses(6)).toEqual(Array(6).fill(200));
  expect([first.calls(), second.calls()]).toEqual([3, 9]);
});

test('thresholds: one result does not turn a target, so many in a row do', async () => {
  const backend = await patient();
  const thresholds = check({ unhealthyThreshold: 4 });
  const { states } = await gatewayWith([link([at(backend)], { healthCheck: thresholds })]);
  await eventually(() => expect(states()).toEqual(['healthy']));
  const before = backend.probes();
  backend.state.status = 500;
  await eventually(() => expect(states()).toEqual(['unhealthy']));
  expect(backend.probes() - before).toBeGreaterThanOrEqual(4);
});

test('when all are down calls go to them all the same', async () => {
  const backends = [await patient(500), await patient(500)];
  const { states, statuses } = await gatewayWith([link(backends.map(at), { healthCheck: check() })]);
  await eventually(() => expect(states()).toEqual(['unhealthy', 'unhealthy']));
  expect(await statuses(4)).toEqual(Array(4).fill(200));
  expect(backends.map((backend) => backend.calls())).toEqual([2, 2]);
});

test.each<{
  rule: string;
  protocol: HealthCheck['protocol'];
  tls?: ServerOptions;
  up: boolean;
  reason?: RegExp;
}>([
  { rule: 'a port that is open', protocol: 'TCP', up: true },
  { rule: 'a port that is closed', protocol: 'TCP', up: false, reason: /ECONNREFUSED/ },
  { rule: 'a port that is closed', protocol: 'HTTP', up: false, reason: /ECONNREFUSED/ },
  { rule: 'any certificate', protocol: 'HTTPS', tls: { cert: OTHER_NAME }, up: true },
  { rule: 'no TLS', protocol: 'HTTPS', up: true, reason: /./ },
])('$protocol check of $rule', async ({ protocol, tls, up, reason }) => {
  const address = up ? at(await patient(200, tls)) : await down();
  const { states, gateway } = await gatewayWith([link([address], { healthCheck: check({ protocol }) })]);
  await eventually(() => expect(states()).toEqual([reason ? 'unhealthy' : 'healthy']));
  if (reason) expect(gateway.vpcLinkHealth('link1')[0]?.reason).toMatch(reason);
});

test('a check that is not answered in time is a failure', async () => {
  const backend = await target(() => undefined);
  const healthCheck = check({ timeoutSeconds: 1 });
  const { states, gateway } = await gatewayWith([link([at(backend)], { healthCheck })]);
  await eventually(() => expect(states()).toEqual(['unhealthy']));
  expect(gateway.vpcLinkHealth('link1')[0]?.reason).toBe('no answer within 20 ms');
});

test("the link's certificate is shown to its checks", async () => {
  const backend = await patient(200, { cert: LEAF, requestCert: true, rejectUnauthorized: false });
  const mutual = { certificate: CLIENT_A, privateKey: TEST_KEY };
  await gatewayWith([link([at(backend)], { healthCheck: check({ protocol: 'HTTPS' }), ...mutual })]);
  await eventually(() => expect(backend.requests[0]?.clientCertificate).toBe('client A'));
});

test('a link that goes away is asked no more, and its health is not known', async () => {
  const [leaving, staying] = [await patient(), await patient()];
  const other = link([at(staying)], { id: 'link2', healthCheck: check() });
  const { apply, gateway } = await gatewayWith([link([at(leaving)], { healthCheck: check() }), other]);
  await eventually(() => expect(leaving.probes()).toBeGreaterThan(0));
  apply([other]);
  const [asked, beat] = [leaving.probes(), staying.probes()];
  await eventually(() => expect(staying.probes()).toBeGreaterThan(beat + 4));
  expect(leaving.probes()).toBeLessThanOrEqual(asked + 1);
  expect(gateway.vpcLinkHealth('link1')).toEqual([]);
  expect(gateway.vpcLinkHealth('link2')).toHaveLength(1);
});

test('a link that changes keeps what is known of the targets that it still names', async () => {
  const [first, second] = [await patient(), await patient()];
  const { apply, gateway, states } = await gatewayWith([link([at(first)], { healthCheck: check() })]);
  await eventually(() => expect(states()).toEqual(['healthy']));
  const [before] = gateway.vpcLinkHealth('link1');
  apply([link([at(first), at(second)], { healthCheck: check() })]);
  expect(gateway.vpcLinkHealth('link1')[0]).toEqual(before);
});
