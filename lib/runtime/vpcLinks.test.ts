import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { operator } from './testing/Installation';
import { call } from './testing/Load';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();

/** Something that is asked through a link. @returns its `host:port`, and the hosts it was asked for */
async function listening(): Promise<{ target: string; hosts: string[] }> {
  const hosts: string[] = [];
  const server = createServer(({ headers }, response) => {
    hosts.push(headers.host ?? '');
    response.end('behind the link');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { target: `127.0.0.1:${(server.address() as AddressInfo).port}`, hosts };
}

test('a private integration from its link to its answer, with the health that the workers see', async () => {
  const installation = await install();
  const { target, hosts } = await listening();
  const links = installation.control('vpcLinks');
  const { id } = await links.create(operator, {
    name: 'orders',
    targets: [target, '127.0.0.1:1'],
    healthCheck: { protocol: 'TCP', intervalSeconds: 1, unhealthyThreshold: 1 },
  });
  const states = async () => (await links.health(operator, id)).map(({ state }) => state);
  await until('the health', async () => (await states()).join() === 'healthy,unhealthy');

  const api = await installation.control('restApis').create(operator, { name: 'private' });
  const resourceId = api.rootResourceId;
  const methods = installation.control('methods');
  await methods.put(operator, api.id, resourceId, 'GET', {});
  await methods.putIntegration(operator, api.id, resourceId, 'GET', {
    type: 'HTTP_PROXY',
    httpMethod: 'GET',
    uri: 'http://orders.internal/',
    connectionType: 'VPC_LINK',
    connectionId: id,
  });
  await installation.control('deployments').create(operator, api.id, { stageName: 'prod' });
  const answer = await call(installation.gatewayUrl(api.id, 'prod', '/'), false);
  expect(answer).toMatchObject({ status: 200, body: 'behind the link' });
  expect(hosts.at(-1)).toBe('orders.internal');

  const tested = await methods.testInvoke(operator, {
    restApiId: api.id,
    resourceId,
    httpMethod: 'GET',
    pathWithQueryString: '/',
    headers: {},
    body: '',
    stageVariables: {},
  });
  expect(tested).toMatchObject({ status: 200, body: 'behind the link' });
});
