import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { operator } from './testing/Installation';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();

/** A backend that answers with what it was asked for. @returns its `host:port` */
async function listening(): Promise<string> {
  const server = createServer(({ method, url }, response) => {
    response.end(`${method} ${url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('an HTTP API from quick create to its answers, a change of it, and a start after a crash', async () => {
  const installation = await install();
  const target = await listening();
  await installation.control('settings').update(operator, { egressAllowList: [target] });
  const apis = installation.control('apis');
  const { apiId } = await apis.create(operator, {
    name: 'Pets',
    protocolType: 'HTTP',
    target: `http://${target}/base`,
  });
  const ask = async (path: string) => {
    const answer = await fetch(installation.gatewayUrl(apiId, path, ''));
    return { status: answer.status, body: await answer.text() };
  };
  expect(await ask('pets/1')).toEqual({ status: 200, body: 'GET /base/pets/1' });

  const integration = { type: 'http_proxy', httpMethod: 'GET', uri: `http://${target}/dogs/{name}` };
  const body = JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'Dogs', version: '1' },
    paths: { '/dogs/{name}': { get: { 'x-amazon-apigateway-integration': integration } } },
  });
  await apis.import(operator, { apiId, body });
  expect(await ask('dogs/rex')).toEqual({ status: 200, body: 'GET /dogs/rex' });
  expect(await ask('pets/1')).toEqual({ status: 404, body: '{"message":"Not Found"}' });
  const onDisk = () =>
    (installation.snapshotOnDisk()?.apiDeployments ?? []).filter((deployment) => deployment.apiId === apiId);
  await until(
    'the newest deployment alone on disk',
    () => onDisk().length > 0 && onDisk().every(({ routes }) => routes[0]?.routeKey === 'GET /dogs/{name}'),
  );
  expect(onDisk()).toHaveLength(1);

  await installation.killAll();
  await installation.start();
  expect(await ask('dogs/rex')).toEqual({ status: 200, body: 'GET /dogs/rex' });
});
