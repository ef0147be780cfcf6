import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeProtectedHeader } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { sharedInstallation } from './testing/sharedInstallation';

const install = sharedInstallation();
const password = 'correct horse battery';

/** A pool with Ada and a client of each kind; an API that only the pool's people and clients may call. */
async function closedApi(installation: Installation) {
  const pools = installation.control('userPools');
  const pool = await pools.create(operator, { name: 'Shop' });
  const scopes = ['read', 'write'].map((name) => ({ name, description: '' }));
  await pools.putResourceServers(operator, pool.id, [{ identifier: 'pets', name: 'Pets', scopes }]);
  const ada = { username: 'ada', email: 'ada@example.com', password, permanent: true };
  await pools.createUser(operator, pool.id, ada);
  const app = await pools.createClient(operator, pool.id, { clientName: 'App' });
  const robot = await pools.createClient(operator, pool.id, {
    clientName: 'Robot',
    generateSecret: true,
    allowedOAuthFlows: ['client_credentials'],
    allowedOAuthScopes: ['pets/read', 'pets/write'],
  });
  const api = await installation.control('restApis').create(operator, { name: 'pets' });
  const { id: authorizerId } = await installation.control('authorizers').create(operator, api.id, {
    name: 'shop',
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    providerARNs: [pool.arn],
  });
  const close = async (resourceId: string, authorizationScopes: string[]) => {
    const at = [operator, api.id, resourceId, 'GET'] as const;
    const closed = { authorizationType: 'COGNITO_USER_POOLS', authorizerId, authorizationScopes } as const;
    await installation.control('methods').put(...at, closed);
    const responses = { '200': { statusCode: '200', responseParameters: {}, responseModels: {} } };
    await installation.control('methods').putMethodResponses(...at, responses);
    const body = '{"name":"$context.authorizer.claims[\'cognito:username\']"}';
    await installation.control('methods').putIntegration(...at, {
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      integrationResponses: { '200': { statusCode: '200', responseTemplates: { 'application/json': body } } },
    });
  };
  await close(api.rootResourceId, []);
  const pets = { parentId: api.rootResourceId, pathPart: 'pets' };
  await close((await installation.control('resources').create(operator, api.id, pets)).id, ['pets/read']);
  await installation.control('deployments').create(operator, api.id, { stageName: 'prod' });
  return { pool, app, robot, api };
}

/** Each call by a connection of its own, so that every worker has its turn. */
async function statuses(url: string, token: string): Promise<number[]> {
  const answers = Array.from({ length: 12 }, async () => {
    const headers = { Authorization: token, Connection: 'close' };
    return (await fetch(url, { headers })).status;
  });
  return [...new Set(await Promise.all(answers))];
}

/** AWS's own client, at the AWS endpoint. */
function cognito({ environment }: Installation) {
  const client = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${environment.GATEHOUSE_AWS_PORT}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  });
  onTestFinished(() => client.destroy());
  return async (ClientId: string) => {
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const call = new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    return (await client.send(call)).AuthenticationResult?.IdToken ?? '';
  };
}

async function clientToken(issuer: string, clientId: string, secret: string, scope: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope });
  const answer = await fetch(`${issuer}/oauth2/token`, { method: 'POST', headers: { authorization }, body });
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}

test('a pool’s tokens open methods on every worker, before and after its keys are rotated', async () => {
  const installation = await install();
  const { pool, app, robot, api } = await closedApi(installation);
  const signIn = cognito(installation);
  const me = installation.gatewayUrl(api.id, 'prod', '/');
  const pets = installation.gatewayUrl(api.id, 'prod', '/pets');

  const old = await signIn(app.clientId);
  const answer = await fetch(me, { headers: { Authorization: old } });
  expect([answer.status, await answer.text()]).toEqual([200, '{"name":"ada"}']);
  expect(await statuses(me, `${old}x`)).toEqual([401]);
  expect(await statuses(pets, old)).toEqual([401]);

  const secret = robot.clientSecret ?? '';
  const reading = await clientToken(pool.issuer, robot.clientId, secret, 'pets/read');
  expect(await statuses(pets, reading)).toEqual([200]);
  expect(await statuses(me, reading)).toEqual([401]);
  const writing = await clientToken(pool.issuer, robot.clientId, secret, 'pets/write');
  expect(await statuses(pets, writing)).toEqual([401]);

  await installation.control('userPools').rotateKeys(operator, pool.id);
  const fresh = await signIn(app.clientId);
  expect(decodeProtectedHeader(fresh).kid).not.toBe(decodeProtectedHeader(old).kid);
  expect(await statuses(me, fresh)).toEqual([200]);
  expect(await statuses(me, old)).toEqual([200]);
  expect(await statuses(pets, reading)).toEqual([200]);

  await installation.killAll();
  await installation.start();
  expect([await statuses(me, fresh), await statuses(me, old)]).toEqual([[200], [200]]);
  const { keys } = (await (await fetch(`${pool.issuer}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string }[];
  };
  expect(keys.map(({ kid }) => kid)).toEqual([fresh, old].map((token) => decodeProtectedHeader(token).kid));
});
