/** A WebSocket API behind a real socket, and clients of it that a test can wait for. For tests. */
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { GatewayOptions } from '../../gateway';
import type { GatewayPorts } from '../../ports';
import type { ApiDeploymentDocument, ApiIntegrationDocument } from '../../snapshot/apiTypes';
import { apiIntegration, apiSnapshot, route } from '../../testing/apiDocuments';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { type TestFunction, TestFunctions } from '../../testing/TestFunctions';

export const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:chat';
export const invocationUri = (arn = FUNCTION) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

export const LAMBDA = apiIntegration({
  integrationType: 'AWS_PROXY',
  integrationMethod: 'POST',
  integrationUri: invocationUri(),
});

/** Answers what its template makes of the message. */
export const mockOf = (template: string, part: Partial<ApiIntegrationDocument> = {}) =>
  apiIntegration({
    integrationType: 'MOCK',
    requestTemplates: { $default: '{"statusCode": 200}' },
    integrationResponses: [{ integrationResponseKey: '$default', responseTemplates: { $default: template } }],
    ...part,
  });

export const twoWay = {
  routeResponseSelectionExpression: '$default',
  routeResponses: [{ routeResponseKey: '$default' }],
};

export type SocketSnapshot = Parameters<typeof apiSnapshot>[1];

export const socketSnapshot = (deployment: Partial<ApiDeploymentDocument>, part: SocketSnapshot = {}) =>
  apiSnapshot(
    { protocolType: 'WEBSOCKET', ...deployment },
    { ...part, stage: { stageName: 'prod', ...part?.stage } },
  );

export interface SocketGateway extends TestGateway {
  functions: TestFunctions;
}

/** The API `api1`, stage `prod`. Ends with the test. */
export async function socketGateway(
  deployment: Partial<ApiDeploymentDocument>,
  {
    work = () => ({ statusCode: 200 }),
    limits,
    ports,
    ...part
  }: NonNullable<SocketSnapshot> & {
    work?: TestFunction;
    limits?: GatewayOptions['socketLimits'];
    ports?: Partial<GatewayPorts>;
  } = {},
): Promise<SocketGateway> {
  const functions = new TestFunctions({ [FUNCTION]: work });
  const gateway = await createTestGateway(
    socketSnapshot(deployment, part),
    { functions, ...ports },
    {},
    { sweepInterval: 10, closeTimeout: 500, ...limits },
  );
  onTestFinished(() => gateway.close());
  return { ...gateway, functions };
}

/** One-way `$default` and `$connect`, `$disconnect` to the function. */
export const CHAT: Partial<ApiDeploymentDocument> = {
  routes: ['$connect', '$disconnect', '$default'].map((key) => route(key)),
  integrations: [LAMBDA],
};

/** `$default` answers what came. */
export const ECHO: Partial<ApiDeploymentDocument> = {
  routes: [route('$default', twoWay)],
  integrations: [
    mockOf('$input.body', { requestTemplates: { $default: '{"statusCode": 200, "was": "$input.body"}' } }),
  ],
};

export interface TestClient {
  webSocket: WebSocket;
  /** every message so far, text and bytes */
  messages: (string | Buffer)[];
  /** resolves with the first `count` messages */
  received(count: number): Promise<(string | Buffer)[]>;
  closed: Promise<{ code: number; reason: string }>;
}

export interface ConnectOptions {
  path?: string;
  protocols?: string[];
  headers?: Record<string, string>;
  api?: string;
}

function open(
  port: number,
  { path = '/prod', protocols = [], headers = {}, api = 'api1' }: ConnectOptions,
): WebSocket {
  const Host = `${api}.execute-api.localhost:${port}`;
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, { headers: { Host, ...headers } });
}

/** Resolves once it is open. */
export async function connected(
  { port }: { port: number },
  options: ConnectOptions = {},
): Promise<TestClient> {
  const webSocket = open(port, options);
  const messages: (string | Buffer)[] = [];
  webSocket.on('message', (data: Buffer, isBinary) => messages.push(isBinary ? data : data.toString()));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    webSocket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  onTestFinished(() => webSocket.terminate());
  await once(webSocket, 'open');
  webSocket.on('error', () => undefined);
  const received = (count: number) =>
    new Promise<(string | Buffer)[]>((resolve, reject) => {
      const look = () => {
        if (messages.length < count) return;
        webSocket.off('message', look);
        resolve(messages.slice(0, count));
      };
      webSocket.on('message', look);
      webSocket.on('close', (code) => reject(new Error(`closed with ${code} before ${count} messages`)));
      look();
    });
  return { webSocket, messages, received, closed };
}

/** What a handshake is answered that is not let in. */
export function refused(
  { port }: { port: number },
  options: ConnectOptions = {},
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  const webSocket = open(port, options);
  return new Promise((resolve, reject) => {
    webSocket.on('open', () => reject(new Error('the handshake was let in')));
    webSocket.on('error', () => undefined);
    webSocket.on('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
  });
}

/** The events that the function was called with. */
export function eventsOf({ functions }: SocketGateway): Record<string, never>[] {
  return functions.calls.map(({ payload }) => JSON.parse(payload.toString()) as Record<string, never>);
}
