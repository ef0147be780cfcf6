import { describe, expect, test } from 'vitest';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import { apiKey, route, usagePlan } from '../testing';
import { policy } from '../testing/authorizing';
import { ADA_KEY, adaWith } from '../testing/signedCall';
import type { TestFunction } from '../testing/TestFunctions';
import { TestFunctions } from '../testing/TestFunctions';
import { signedConnect } from './testing/signedConnect';
import {
  CHAT,
  connected,
  FUNCTION,
  invocationUri,
  refused,
  socketGateway,
  socketSnapshot,
  twoWay,
} from './testing/socketGateway';

const AUTH = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const AUTHORIZER: ApiAuthorizerDocument = {
  authorizerId: 'auth1',
  name: 'auth',
  authorizerType: 'REQUEST',
  authorizerUri: invocationUri(AUTH),
  identitySource: ['route.request.header.Auth', 'route.request.querystring.room'],
};

const GUARDED = {
  ...CHAT,
  routes: [
    route('$connect', { authorizationType: 'CUSTOM', authorizerId: 'auth1' }),
    route('$default', twoWay),
    route('$disconnect'),
  ],
  authorizers: [AUTHORIZER],
} as const;

async function guarded(authorize: TestFunction, part: Partial<typeof AUTHORIZER> = {}) {
  const functions = new TestFunctions({
    [AUTH]: authorize,
    [FUNCTION]: () => ({ statusCode: 200, body: 'in' }),
  });
  const deployment = { ...GUARDED, routes: [...GUARDED.routes], authorizers: [{ ...AUTHORIZER, ...part }] };
  const gateway = await socketGateway(deployment, { ports: { functions } });
  const events = (arn: string) =>
    functions.calls
      .filter(({ functionArn }) => functionArn === arn)
      .map(({ payload }) => JSON.parse(payload.toString()) as Record<string, unknown>);
  return { gateway, events };
}

const ALLOW = {
  principalId: 'ada',
  policyDocument: policy('Allow'),
  context: { team: 'blue', n: 1, yes: true },
};
const asAda = { path: '/prod?room=r1', headers: { Auth: 'token' } };

describe('reference section 2: $connect auth', () => {
  test.each<[name: string, answer: TestFunction, options: object, status: number]>([
    ['a missing header', () => ALLOW, { path: '/prod?room=r1' }, 401],
    ['a missing query parameter', () => ALLOW, { path: '/prod', headers: { Auth: 'token' } }, 401],
    ['a Deny', () => ({ ...ALLOW, policyDocument: policy('Deny') }), asAda, 403],
    [
      'a policy for something else',
      () => ({ ...ALLOW, policyDocument: policy('Allow', 'arn:aws:x') }),
      asAda,
      403,
    ],
    ['an answer that is none', () => ({}), asAda, 500],
    ['an answer over 8 KB', () => ({ ...ALLOW, context: { a: 'x'.repeat(9_000) } }), asAda, 500],
    [
      'Unauthorized',
      () => {
        throw new Error('Unauthorized');
      },
      asAda,
      401,
    ],
  ])('%s', async (_name, answer, options, status) => {
    const { gateway, events } = await guarded(answer);
    expect((await refused(gateway, options)).status).toBe(status);
    expect(events(FUNCTION)).toEqual([]);
  });

  test('the authorizer’s event, and its context on every later event', async () => {
    const { gateway, events } = await guarded(() => ALLOW);
    const client = await connected(gateway, asAda);
    client.webSocket.send('x');
    expect(await client.received(1)).toEqual(['in']);
    client.webSocket.close(1000);
    await gateway.recorder.recorded(3);
    const [event] = events(AUTH);
    expect(event).toMatchObject({
      type: 'REQUEST',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/$connect',
      headers: { Auth: 'token' },
      queryStringParameters: { room: 'r1' },
      requestContext: { routeKey: '$connect', eventType: 'CONNECT' },
    });
    for (const absent of ['path', 'pathParameters', 'httpMethod', 'resource'])
      expect(event).not.toHaveProperty(absent);
    expect(events(AUTH)).toHaveLength(1);
    const authorizer = expect.objectContaining({ principalId: 'ada', team: 'blue', n: '1', yes: 'true' });
    expect(events(FUNCTION)).toMatchObject([
      { requestContext: { eventType: 'CONNECT', authorizer } },
      { requestContext: { eventType: 'MESSAGE', authorizer } },
      { requestContext: { eventType: 'DISCONNECT', authorizer } },
    ]);
  });

  test('authorizers are asked anew for each connection: nothing is kept', async () => {
    const { gateway, events } = await guarded(() => ALLOW, { authorizerResultTtlInSeconds: 300 });
    await connected(gateway, asAda);
    await connected(gateway, asAda);
    expect(events(AUTH)).toHaveLength(2);
  });

  test.each([
    ['an authorizer that is not there', { authorizationType: 'CUSTOM', authorizerId: 'nothing' }],
    ['JWT, which WebSocket APIs do not have', { authorizationType: 'JWT', authorizerId: 'auth1' }],
  ] as const)('%s is closed, not open', async (_name, part) => {
    const gateway = await socketGateway({
      ...GUARDED,
      authorizers: [AUTHORIZER],
      routes: [route('$connect', part)],
    });
    expect((await refused(gateway, asAda)).status).toBe(403);
  });

  test('AWS_IAM without a signature', async () => {
    const gateway = await socketGateway({
      ...CHAT,
      routes: [route('$connect', { authorizationType: 'AWS_IAM' })],
    });
    expect((await refused(gateway)).status).toBe(403);
  });
});

test('section 2: who may is asked at $connect alone; what other routes say of it counts for nothing', async () => {
  const { gateway } = await guarded(({ methodArn }: { methodArn: string }) => ({
    ...ALLOW,
    policyDocument: policy('Allow', methodArn),
  }));
  const client = await connected(gateway, asAda);
  client.webSocket.send('hello');
  expect(await client.received(1)).toEqual(['in']);
  const routes = [route('$default', { ...twoWay, authorizationType: 'AWS_IAM' })];
  const signing = await socketGateway(
    { ...CHAT, routes },
    { work: () => ({ statusCode: 200, body: 'unsigned' }) },
  );
  const unsigned = await connected(signing);
  unsigned.webSocket.send('hello');
  expect(await unsigned.received(1)).toEqual(['unsigned']);
});

test('section 10: another authorizer counts for new connections only', async () => {
  const { gateway } = await guarded(() => ALLOW);
  const client = await connected(gateway, asAda);
  const authorizers = [{ ...AUTHORIZER, identitySource: ['route.request.header.Other'] }];
  const deployment = { ...GUARDED, routes: [...GUARDED.routes], authorizers, deploymentId: 'dep2' };
  const document = socketSnapshot(deployment, { stage: { deploymentId: 'dep2' } });
  gateway.gateway.apply({ ...document, revision: 2 });
  client.webSocket.send('hello');
  expect(await client.received(1)).toEqual(['in']);
  expect((await refused(gateway, asAda)).status).toBe(401);
});

describe('reference section 2: AWS_IAM at $connect', () => {
  const deployment = { ...CHAT, routes: [route('$connect', { authorizationType: 'AWS_IAM' })] };
  const policyOf = (Action: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  const users = (action: string) => ({ iamUsers: [adaWith(policyOf(action))], accessKeys: [ADA_KEY] });

  test.each(['header', 'query'])('signed in the %s', async (where) => {
    const gateway = await socketGateway(deployment, users('execute-api:Invoke'));
    const client = await connected(gateway, await signedConnect(gateway, where === 'query'));
    expect(client.webSocket.readyState).toBe(client.webSocket.OPEN);
  });

  test('signed by a user whose policy is about something else: 403', async () => {
    const gateway = await socketGateway(deployment, users('execute-api:ManageConnections'));
    expect((await refused(gateway, await signedConnect(gateway, false))).status).toBe(403);
  });
});

test.each([
  ['a key that is in a plan', 'key-of-ada', 101],
  ['a key that is in none', 'other', 403],
  ['no key, although the caller sends one', undefined, 403],
])('apiKeySelectionExpression: the authorizer answers %s', async (_name, usageIdentifierKey, status) => {
  const functions = new TestFunctions({
    [AUTH]: () => ({ ...ALLOW, ...(usageIdentifierKey && { usageIdentifierKey }) }),
    [FUNCTION]: () => ({ statusCode: 200 }),
  });
  const connectRoute = { authorizationType: 'CUSTOM', authorizerId: 'auth1', apiKeyRequired: true } as const;
  const gateway = await socketGateway(
    {
      ...CHAT,
      apiKeySelectionExpression: '$context.authorizer.usageIdentifierKey',
      routes: [route('$connect', connectRoute)],
      authorizers: [AUTHORIZER],
    },
    { ports: { functions }, usagePlans: [usagePlan()], apiKeys: [apiKey('key-of-ada')] },
  );
  const asCaller = { ...asAda, headers: { ...asAda.headers, 'x-api-key': 'key-of-ada' } };
  if (status === 101) await connected(gateway, asCaller);
  else expect((await refused(gateway, asCaller)).status).toBe(status);
  const [call] = await gateway.recorder.recorded(1);
  expect(call?.apiKeyId).toBe(status === 101 ? 'key-of-ada' : undefined);
});
