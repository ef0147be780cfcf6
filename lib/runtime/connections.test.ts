import { once } from 'node:events';
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GetConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Installation, operator } from './testing/Installation';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials, region, socketApi } from './testing/socketApi';
import { until } from './testing/until';

const install = sharedInstallation();
async function openSocket(installation: Installation, apiId: string): Promise<WebSocket> {
  const webSocket = new WebSocket(installation.gatewayUrl(apiId, 'prod', '').replace('http', 'ws'));
  webSocket.on('error', () => undefined);
  onTestFinished(() => webSocket.terminate());
  await once(webSocket, 'open');
  return webSocket;
}

/** The worker that holds it, as its id says. */
const holder = ({ connectionId }: { connectionId: string }) =>
  Buffer.from(connectionId, 'base64url').readUInt16BE();

/** Every call on a connection of its own, so that either worker may take it. */
function management(installation: Installation, apiId: string): ApiGatewayManagementApiClient {
  const endpoint = installation.gatewayUrl(apiId, 'prod', '');
  return new ApiGatewayManagementApiClient({
    region,
    endpoint,
    credentials,
    requestHandler: { httpAgent: {} },
  });
}

test('connections are found from every worker, by AWS’s own client and by control; one that dies takes its own along', async () => {
  const installation = await install();
  const { apiId } = await socketApi(installation);
  const connections = installation.control('connections');
  const sockets: WebSocket[] = [];
  // The kernel says which worker takes a client: until each has some.
  while (new Set((await connections.list(operator, apiId)).map(holder)).size < 2 && sockets.length < 180)
    sockets.push(...(await Promise.all(Array.from({ length: 20 }, () => openSocket(installation, apiId)))));
  const count = sockets.length;
  const messages: string[] = [];
  for (const socket of sockets) socket.on('message', (data: Buffer) => messages.push(data.toString()));
  const listed = await connections.list(operator, apiId);
  expect(listed).toHaveLength(count);
  expect(new Set(listed.map(holder)).size).toBe(2);

  for (const { connectionId } of listed) {
    const client = management(installation, apiId);
    await client.send(
      new PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(connectionId) }),
    );
    expect(
      (await client.send(new GetConnectionCommand({ ConnectionId: connectionId }))).Identity,
    ).toMatchObject({
      SourceIp: expect.stringContaining('127.0.0.1'),
    });
    client.destroy();
  }
  await until('the messages', async () => messages.length === count);
  expect(messages.sort()).toEqual(listed.map(({ connectionId }) => connectionId).sort());

  const [first, second] = listed.map(({ connectionId }) => connectionId);
  if (!first || !second) throw new Error('no connections');
  await connections.send(operator, apiId, first, { data: 'from control' });
  await until('what control sent', async () => messages.includes('from control'));
  const client = management(installation, apiId);
  await client.send(new DeleteConnectionCommand({ ConnectionId: first }));
  await expect(client.send(new GetConnectionCommand({ ConnectionId: first }))).rejects.toThrow(GoneException);
  await connections.disconnect(operator, apiId, second);
  await expect(client.send(new GetConnectionCommand({ ConnectionId: second }))).rejects.toThrow(
    GoneException,
  );

  // F2: control's end is nobody's.
  const open = () => sockets.filter((socket) => socket.readyState === socket.OPEN).length;
  await until('two closed', async () => open() === count - 2);
  const { pid, workers } = await installation.health();
  process.kill(pid, 'SIGKILL');
  await installation.healthy();
  expect(open()).toBe(count - 2);

  // A worker's end closes its own; their ids answer 410 at once, the others are there.
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  process.kill(worker.pid, 'SIGKILL');
  await until('its sockets are closed', async () => open() < count - 2);
  await installation.healthy();
  const left = new Set((await connections.list(operator, apiId)).map(({ connectionId }) => connectionId));
  expect(left.size).toBe(open());
  for (const { connectionId } of listed.slice(2)) {
    const posted = client
      .send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'still there' }))
      .then(
        () => 'sent',
        (error: unknown) => (error instanceof GoneException ? 'gone' : error),
      );
    expect(await posted).toBe(left.has(connectionId) ? 'sent' : 'gone');
  }

  // F12: the end of everything is told to each.
  const codes = sockets
    .filter((socket) => socket.readyState === socket.OPEN)
    .map(async (socket) => (await once(socket, 'close'))[0] as number);
  expect(await installation.stop()).toBe(0);
  expect(new Set(await Promise.all(codes))).toEqual(new Set([1001]));
});
