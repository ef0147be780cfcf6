import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, expect, test } from 'vitest';
import type { AuthorizerDocument, DeploymentDocument, MethodDocument, Snapshot } from '../snapshot/types';
import { allow, TOKEN } from '../testing/authorizing';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { apiKey, deployment, integration, method, snapshot, stage, usagePlan } from '../testing/documents';
import { ADA_KEY, adaWith, signedCall } from '../testing/signedCall';
import { TestFunctions } from '../testing/TestFunctions';

/* Reference section 11: what the event says of who calls. Its other members: lambdaProxy.test.ts. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const GUARD = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const POOL = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc';
const ISSUER = 'http://localhost:3000/pools/us-east-1_abc';

interface Around {
  method?: Partial<MethodDocument>;
  authorizer?: AuthorizerDocument;
  deployment?: Partial<DeploymentDocument>;
  snapshot?: Partial<Snapshot>;
}

/** The event of one call, whose authorizer lets ada in with a context. */
async function eventOf(send: (gateway: TestGateway) => Promise<unknown>, around: Around = {}) {
  const functions = new TestFunctions({
    [FUNCTION]: () => ({ statusCode: 200 }),
    [GUARD]: () => ({ ...allow, context: { team: 'x', level: 7, admin: true } }),
  });
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
  const proxy = method('GET', integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri }), around.method);
  const authorizers = around.authorizer ? [around.authorizer] : [];
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [proxy] }, { authorizers, ...around.deployment })],
      ...around.snapshot,
    }),
    { functions },
  );
  await send(gateway);
  const asked = functions.calls.find(({ functionArn }) => functionArn === FUNCTION);
  return JSON.parse(asked?.payload.toString() ?? '{}');
}

test.each([
  ['authorization', 'Authorization'],
  ['AUTHORIZATION', 'Authorization'],
  ['user-agent', 'User-Agent'],
  ['x-lower', 'x-lower'],
  ['X-UPPER', 'X-UPPER'],
])('a header that is sent as %s is %s', async (sent, name) => {
  const event = await eventOf(({ call }) => call('/', { headers: { [sent]: 'v' } }));
  expect([event.headers[name], event.multiValueHeaders[name]]).toEqual(['v', ['v']]);
  if (sent !== name) expect(event.headers).not.toHaveProperty(sent);
});

test('where it came from, and the ids of the call', async () => {
  let requestId = '';
  const event = await eventOf(async ({ call }) => {
    const answer = await call('/', { headers: { 'X-Forwarded-For': '10.0.0.1', 'User-Agent': 'curl/8' } });
    requestId = answer.headers['x-amzn-requestid'] ?? '';
  });
  expect(event.headers).toMatchObject({
    'X-Forwarded-For': '10.0.0.1, 127.0.0.1',
    'X-Forwarded-Port': String(gateway?.port),
    'X-Forwarded-Proto': 'http',
    'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}/),
  });
  expect(event.requestContext).toMatchObject({
    requestId,
    extendedRequestId: expect.stringMatching(/./),
    requestTimeEpoch: expect.any(Number),
    domainName: 'api1.execute-api.localhost',
    identity: { sourceIp: '127.0.0.1', userAgent: 'curl/8' },
  });
  const { requestTimeEpoch, requestTime } = event.requestContext;
  expect(new Date(requestTimeEpoch).toUTCString().slice(-12, -4)).toBe(requestTime.slice(12, 20));
  expect(event.requestContext).not.toHaveProperty('isCanaryRequest');
  expect(event.requestContext.identity).not.toHaveProperty('apiKey');
});

test('a Lambda authorizer: its principal, its context as texts, its time', async () => {
  const event = await eventOf(({ call }) => call('/', { headers: { Authorization: 't' } }), {
    method: { authorizationType: 'CUSTOM', authorizerId: 'auth1' },
    authorizer: TOKEN,
  });
  expect(event.requestContext.authorizer).toEqual({
    principalId: 'ada',
    team: 'x',
    level: '7',
    admin: 'true',
    integrationLatency: expect.any(Number),
  });
});

/** A pool, and an id token of it. */
async function cognito(): Promise<{ around: Around; token: string }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
  const token = await new SignJWT({ token_use: 'id', 'cognito:groups': ['a', 'b'], email_verified: true })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(ISSUER)
    .setSubject('ada')
    .setAudience('client1')
    .setExpirationTime('5 min')
    .sign(privateKey);
  const around: Around = {
    method: { authorizationType: 'COGNITO_USER_POOLS', authorizerId: 'auth1' },
    authorizer: {
      id: 'auth1',
      name: 'pool',
      type: 'COGNITO_USER_POOLS',
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 300,
      providerARNs: [POOL],
    },
    snapshot: { userPools: [{ arn: POOL, issuer: ISSUER, jwks: { keys: [key] }, clientIds: ['client1'] }] },
  };
  return { around, token };
}

test('Cognito: the claims, and nothing else', async () => {
  const { around, token } = await cognito();
  const event = await eventOf(({ call }) => call('/', { headers: { Authorization: token } }), around);
  expect(event.requestContext.authorizer).toEqual({
    claims: expect.objectContaining({
      sub: 'ada',
      iss: ISSUER,
      'cognito:groups': 'a,b',
      email_verified: 'true',
    }),
  });
});

/* Reference section 14: "With Cognito: auth first, then policy needs explicit Allow." */
test.each([
  ['allows', 'Allow', 'execute-api:/*', true, 200],
  ['says nothing of the method', 'Allow', 'execute-api:/*/POST/*', true, 403],
  ['denies', 'Deny', 'execute-api:/*', true, 403],
  ['allows whom the pool does not know', 'Allow', 'execute-api:/*', false, 401],
  ['denies whom the pool does not know', 'Deny', 'execute-api:/*', false, 401],
])('Cognito, and a resource policy that %s', async (_rule, Effect, Resource, isKnown, status) => {
  const { around, token } = await cognito();
  const Statement = { Effect, Principal: '*', Action: 'execute-api:Invoke', Resource };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  const Authorization = isKnown ? token : `${token}x`;
  let answered = 0;
  await eventOf(
    async ({ call }) => {
      answered = (await call('/', { headers: { Authorization } })).status;
    },
    { ...around, deployment: { policy } },
  );
  expect(answered).toBe(status);
});

test('IAM: who signed; no authorizer, and no Authorization either', async () => {
  const Statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };
  const user = adaWith(JSON.stringify({ Version: '2012-10-17', Statement }));
  const event = await eventOf(signedCall, {
    method: { authorizationType: 'AWS_IAM' },
    snapshot: { iamUsers: [user], accessKeys: [ADA_KEY] },
  });
  expect(event.requestContext.identity).toMatchObject({
    accountId: '000000000000',
    accessKey: ADA_KEY.accessKeyId,
    caller: 'AIDAEXAMPLE',
    user: 'AIDAEXAMPLE',
    userArn: user.arn,
    cognitoIdentityId: null,
    principalOrgId: null,
  });
  expect(event.requestContext.authorizer ?? {}).toEqual({});
  expect(event.headers).not.toHaveProperty('Authorization');
});

test('an API key: its value and its id', async () => {
  const event = await eventOf(({ call }) => call('/', { headers: { 'x-api-key': 'key-of-ada' } }), {
    method: { apiKeyRequired: true },
    snapshot: { usagePlans: [usagePlan()], apiKeys: [apiKey('key-of-ada')] },
  });
  expect(event.requestContext.identity).toMatchObject({ apiKey: 'key-of-ada', apiKeyId: 'key-of-ada' });
});

test('a stage with a canary says which half answered', async () => {
  const event = await eventOf(({ call }) => call('/'), {
    snapshot: {
      stages: [
        stage({
          canary: {
            deploymentId: 'dep1',
            percentTraffic: 0,
            stageVariableOverrides: {},
            useStageCache: false,
          },
        }),
      ],
    },
  });
  expect(event.requestContext.isCanaryRequest).toBe(false);
});
