/** AWS's own client for user pools, on the control plane by a listener as plain as can be (AWS JSON 1.1). */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll } from 'vitest';
import { isIdentityProviderError } from '@/lib/model/IdentityProviderError';
import type { Control } from '../../control';
import { editor, testControl } from '../../testControl';
import { testUserPools } from '../testing';

export const password = 'correct horse battery';
export const next = 'another good password';
export const wrong = 'NotAuthorizedException: Incorrect username or password.';

/** Call it at a file's top. */
export function cognitoKit() {
  const kit = testControl();
  const pools = testUserPools(kit);
  let server: Server;
  let client: CognitoIdentityProviderClient;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { status, body } = await answer(pools(), request);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    // No test calls by a connection that is being closed.
    server.keepAliveTimeout = 600_000;
    await once(server, 'listening');
    client = clientOf((server.address() as AddressInfo).port);
  });
  afterAll(() => {
    client.destroy();
    server.close();
  });
  const send: CognitoIdentityProviderClient['send'] = (...args: [never]) => client.send(...args);
  return { kit, pools, send, ...calls(send) };
}

async function answer(pools: Control['userPools'], request: IncomingMessage) {
  let sent = '';
  for await (const chunk of request) sent += chunk;
  const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  try {
    const call = { operation, input: JSON.parse(sent), sourceIp: '192.0.2.1' };
    return { status: 200, body: await pools.identityProvider(call) };
  } catch (error) {
    if (!isIdentityProviderError(error)) return { status: 500, body: { message: String(error) } };
    return { status: 400, body: { __type: error.type, message: error.message } };
  }
}

const clientOf = (port: number) =>
  new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
  });

function calls(send: CognitoIdentityProviderClient['send']) {
  const initiate = (
    ClientId: string,
    AuthFlow: 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH',
    parameters: object,
  ) => send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters: { ...parameters } }));
  /** Ada's sign-in. */
  const auth = (ClientId: string, parameters: Record<string, string> = {}) =>
    initiate(ClientId, 'USER_PASSWORD_AUTH', { USERNAME: 'ada', PASSWORD: password, ...parameters });
  const refresh = (ClientId: string, token = '', more: Record<string, string> = {}) =>
    initiate(ClientId, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: token, ...more });
  async function signedIn(ClientId: string) {
    const { AuthenticationResult } = await auth(ClientId);
    const { AccessToken = '', IdToken = '', RefreshToken = '', ...rest } = AuthenticationResult ?? {};
    return { AccessToken, IdToken, RefreshToken, ...rest };
  }
  return { auth, refresh, signedIn };
}

/** A pool with Ada in it and a client. */
export async function poolWithAda(
  userPools: Control['userPools'],
  client: object = {},
  user: object = { permanent: true },
) {
  const pool = await userPools.create(editor, { name: 'Shop' });
  await userPools.putGroups(editor, pool.id, ['staff']);
  const made = await userPools.createClient(editor, pool.id, { clientName: 'App', ...client });
  const person = { username: 'ada', email: 'ada@example.com', password, groups: ['staff'], ...user };
  const ada = await userPools.createUser(editor, pool.id, person);
  return { pool, ada, ClientId: made.clientId, secret: made.clientSecret ?? '' };
}

/** `Name: message`, as the SDK tells it. */
export const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

export const secretHash = (name: string, ClientId: string, secret: string) =>
  createHmac('sha256', secret).update(`${name}${ClientId}`).digest('base64');
