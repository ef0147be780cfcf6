import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { faultRounds } from '../testing/faultRounds';
import { type Installation, operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { socketApi, withCredentials } from '../testing/socketApi';
import { until } from '../testing/until';

const install = installations();
const calls = faultRounds(20, 100);
const webSockets = faultRounds(50, 200);
/** s; the bar's own is the default, and its stream outlasts it */
const timeout = faultRounds(20, 30);
const streamed = 60_000;
const CALL = 2_000;

/** Answers `?now` at once, `?stream` bit by bit, `?silent` never, the rest in two halves, the second when it is let go. */
class Backend {
  readonly held: ServerResponse[] = [];
  silent = 0;
  private readonly server: Server = createServer((request, response) => {
    const { url = '' } = request;
    if (url.includes('now')) response.end('at once');
    else if (url.includes('stream')) this.stream(response);
    else if (url.includes('silent')) this.silent += 1;
    else {
      response.write('first half, ');
      this.held.push(response);
    }
  });

  async listen(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Ends what is held after what a call takes. */
  endAll(): void {
    const responses = this.held.splice(0);
    setTimeout(() => {
      for (const response of responses) response.end('second half');
    }, CALL);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private stream(response: ServerResponse): void {
    const tick = setInterval(() => response.write('tick '), 100);
    const end = setTimeout(() => response.end('whole'), streamed);
    response.on('close', () => {
      clearInterval(tick);
      clearTimeout(end);
    });
  }
}

const backend = new Backend();
beforeAll(() => backend.listen());
afterAll(() => backend.close());

/** An API whose one method passes calls on. */
async function passingApi(installation: Installation): Promise<{ restApiId: string; url: string }> {
  const { id, rootResourceId } = await installation.control('restApis').create(operator, { name: 'slow' });
  const target = [operator, id, rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...target, {});
  await installation
    .control('methods')
    .putIntegration(...target, { type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  await installation.control('deployments').create(operator, id, { stageName: 'live' });
  return { restApiId: id, url: installation.gatewayUrl(id, 'live', '/') };
}

/** Resolves once it is open; `code` with what it was closed with. */
async function webSocket(url: string): Promise<{ code: Promise<number> }> {
  const client = new WebSocket(url, { perMessageDeflate: false });
  onTestFinished(() => client.terminate());
  const code = once(client, 'close').then(([said]) => said as number);
  await once(client, 'open');
  return { code };
}

function refusesConnections(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true));
    socket.on('connect', () => socket.destroy());
  });
}

test('F12: SIGTERM among calls, a stream and WebSockets: not ready first, all whole, 1001, 0 in time; a second signal ends at once', async () => {
  const installation = await install({
    ...withCredentials,
    GATEHOUSE_STOP_DELAY: '3',
    GATEHOUSE_STOP_TIMEOUT: `${timeout}`,
  });
  await installation.start();
  // Two integrations, for each has 64 slots in a worker.
  const first = await passingApi(installation);
  const second = await passingApi(installation);
  const { url } = first;
  const { apiId } = await socketApi(installation);
  const socketUrl = installation.gatewayUrl(apiId, 'prod', '').replace('http', 'ws');
  const clients = await Promise.all(Array.from({ length: webSockets }, () => webSocket(socketUrl)));
  const endless = ['stream', 'silent'].map((kind) => call(`${url}?${kind}`).catch(() => 'cut off'));
  const answers = Array.from({ length: calls }, (_, index) => call(index % 2 === 0 ? url : second.url));
  await until('all calls at the backend', () => backend.held.length + backend.silent === calls + 1);

  const signalled = performance.now();
  const stopped = installation.stop();
  const health = await until('readiness that says no', async () => {
    const answer = await call(`${installation.consoleUrl}/api/health`);
    return answer.status !== 200 && answer;
  });
  expect([health.status, JSON.parse(health.body)]).toEqual([503, { ok: false, state: 'stopping' }]);
  expect((await call(`${url}?now`)).body).toBe('at once');
  await until('a closed listener', () => refusesConnections(url));
  backend.endAll();
  const whole = (await Promise.all(answers)).filter(({ body }) => body === 'first half, second half');
  expect(whole).toHaveLength(calls);
  expect(new Set(await Promise.all(clients.map(({ code }) => code)))).toEqual(new Set([1001]));
  expect(await Promise.all(endless)).toEqual(['cut off', 'cut off']);
  expect(await stopped).toBe(0);
  // The stream was not waited for.
  expect(performance.now() - signalled).toBeLessThan(streamed);

  const lines = installation.output.match(/^.*Calls were cut off.*$/gm) ?? [];
  const logged = lines.flatMap((line): string[] => JSON.parse(line).requestIds);
  expect(logged).toEqual(Array(2).fill(expect.stringMatching(/^[\da-f-]{36}$/)));

  await installation.start();
  const range = { from: Date.now() - 86_400_000, to: Date.now() + 86_400_000 };
  const counted = async ({ restApiId }: { restApiId: string }) =>
    (await installation.control('usage').report(operator, { range, restApiId })).total.calls;
  // What was cut off and the call of the meantime as well.
  expect([await counted(first), await counted(second)]).toEqual([calls / 2 + 3, calls / 2]);

  const cut = call(url).catch(() => 'cut off');
  await until('the call at the backend', () => backend.held.length === 1);
  const ended = installation.stop();
  await until('the stop', () => installation.output.includes('Stopping'));
  await installation.stop('SIGINT');
  expect([await ended, await cut]).toEqual([1, 'cut off']);
});
