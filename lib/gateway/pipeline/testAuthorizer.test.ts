import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import type { AuthorizerTestCall } from '../gateway';
import { FunctionUnreachable } from '../ports';
import type { AuthorizerDocument, DeploymentDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { type TestFunction, TestFunctions } from '../testing/TestFunctions';

/* TestInvokeAuthorizer: the production authorizer on an invented call (reference/control-plane.md section 3). */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:who';
const TOKEN: AuthorizerDocument = {
  id: 'auth1',
  name: 'who',
  type: 'TOKEN',
  authorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  identitySource: 'method.request.header.Authorization',
  identityValidationExpression: '^token-.+',
  authorizerResultTtlInSeconds: 300,
  providerARNs: [],
};
const REQUEST: AuthorizerDocument = {
  ...TOKEN,
  type: 'REQUEST',
  identitySource: 'method.request.querystring.team, stageVariables.v',
};
const policyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'execute-api:Invoke', Resource: '*' }],
};
const denies = () => ({ principalId: 'ada', policyDocument, context: { n: 7, b: true } });

async function start(work: TestFunction) {
  const functions = new TestFunctions({ [FUNCTION]: work });
  gateway = await createTestGateway(undefined, { functions });
  return { gateway: gateway.gateway, functions };
}

/** The API's only method is broken, and its policy lets nobody in: neither matters to the authorizer. */
function described(
  authorizer: AuthorizerDocument,
  part: Partial<AuthorizerTestCall> = {},
  document: Partial<DeploymentDocument> = {},
): AuthorizerTestCall {
  const broken = method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId: 'gone' });
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ ...policyDocument.Statement[0], Principal: '*' }],
  });
  return {
    deployment: deployment({ '/': [broken] }, { authorizers: [authorizer], policy, ...document }),
    authorizerId: 'auth1',
    stageName: 'test-invoke-stage',
    variables: { v: '1' },
    headers: { Authorization: 'token-of-ada' },
    pathWithQueryString: '/pets/7?team=a%20b',
    body: '',
    ...part,
  };
}

describe('a function', () => {
  test('TOKEN: its policy is shown whatever it says, and the log tells what was sent and answered', async () => {
    const { gateway, functions } = await start(denies);
    const outcome = await gateway.testAuthorizer(described(TOKEN));
    expect(outcome).toEqual({
      clientStatus: 200,
      principalId: 'ada',
      policy: JSON.stringify(policyDocument),
      context: { n: '7', b: 'true' },
      latency: expect.any(Number),
      log: expect.any(String),
    });
    const event = {
      type: 'TOKEN',
      authorizationToken: 'token-of-ada',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/test-invoke-stage/GET/pets/7',
    };
    expect(JSON.parse(String(functions.calls[0]?.payload))).toEqual(event);
    const lines = outcome.log.split('\n').map((line) => line.replace(/^.* UTC \d{4} : /, ''));
    expect(lines).toEqual([
      expect.stringMatching(/^Execution log for request [0-9a-f-]{36}$/),
      expect.stringMatching(/^Starting authorizer: auth1 for request: [0-9a-f-]{36}$/),
      `Invoking authorizer function ${FUNCTION}`,
      `Endpoint request body after transformations: ${JSON.stringify(event)}`,
      `Authorizer result body before parsing: ${JSON.stringify(denies())}`,
      'Successfully completed authorizer execution',
    ]);
  });

  test('REQUEST: it is asked with the invented path, query, headers and variables', async () => {
    const { gateway, functions } = await start(denies);
    await gateway.testAuthorizer(described(REQUEST));
    expect(JSON.parse(String(functions.calls[0]?.payload))).toMatchObject({
      type: 'REQUEST',
      httpMethod: 'GET',
      path: '/pets/7',
      resource: '/pets/7',
      queryStringParameters: { team: 'a b' },
      stageVariables: { v: '1' },
      headers: { Authorization: 'token-of-ada' },
      requestContext: { stage: 'test-invoke-stage', identity: { sourceIp: 'test-invoke-source-ip' } },
    });
  });

  test('additionalContext: members of $context, for the event and for identity sources', async () => {
    const { gateway, functions } = await start(denies);
    const authorizer = { ...REQUEST, identitySource: 'context.tenant, context.identity.sourceIp' };
    const without = await gateway.testAuthorizer(described(authorizer));
    expect([without.clientStatus, functions.calls]).toEqual([401, []]);
    const additionalContext = { tenant: 'a', 'identity.sourceIp': '10.0.0.7', 'constructor.x': '1' };
    const outcome = await gateway.testAuthorizer(described(authorizer, { additionalContext }));
    expect(outcome.clientStatus).toBe(200);
    expect(JSON.parse(String(functions.calls[0]?.payload)).requestContext).toMatchObject({
      stage: 'test-invoke-stage',
      tenant: 'a',
      identity: { sourceIp: '10.0.0.7', caller: null },
      constructor: { x: '1' },
    });
  });

  test('nothing is cached: every test asks', async () => {
    const { gateway, functions } = await start(denies);
    await gateway.testAuthorizer(described(TOKEN));
    await gateway.testAuthorizer(described(TOKEN));
    expect(functions.calls).toHaveLength(2);
  });

  test.each<{
    rule: string;
    work: TestFunction;
    part?: Partial<AuthorizerTestCall>;
    status: number;
    log: string;
  }>([
    {
      rule: 'no identity source',
      work: denies,
      part: { headers: {} },
      status: 401,
      log: 'An identity source is missing',
    },
    {
      rule: 'a token of another form',
      work: denies,
      part: { headers: { Authorization: 'x' } },
      status: 401,
      log: 'An identity source is missing',
    },
    {
      rule: 'it says Unauthorized',
      work: () => Promise.reject(new Error('Unauthorized')),
      status: 401,
      log: 'The authorizer said Unauthorized',
    },
    {
      rule: 'it fails',
      work: () => Promise.reject(new Error('boom')),
      status: 500,
      log: 'The authorizer failed: boom',
    },
    {
      rule: 'it answers no policy',
      work: () => ({ principalId: 'ada' }),
      status: 500,
      log: 'Execution failed due to configuration error: Could not parse policy',
    },
    {
      rule: 'it answers null',
      work: () => null,
      status: 500,
      log: 'Execution failed due to configuration error: Could not parse policy',
    },
    {
      rule: 'its policy names a resource of more than 512 letters',
      work: () => ({
        principalId: 'ada',
        policyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*'.repeat(513) }],
        },
      }),
      status: 500,
      log: 'Could not parse policy: Resource: is longer than 512 characters',
    },
    {
      rule: 'what is no path',
      work: denies,
      part: { pathWithQueryString: '/\u0007' },
      status: 400,
      log: 'Execution failed',
    },
  ])('$rule: $status', async ({ work, part, status, log }) => {
    const { gateway } = await start(work);
    const outcome = await gateway.testAuthorizer(described(TOKEN, part));
    expect(outcome.clientStatus).toBe(status);
    expect(outcome.log).toContain(log);
    expect(outcome).not.toHaveProperty('policy');
  });

  test('one that never answers: 500', async () => {
    const functions = new TestFunctions();
    functions.invoke = () => Promise.reject(new FunctionUnreachable('timeout', 'no answer in 10000 ms'));
    gateway = await createTestGateway(undefined, { functions });
    const outcome = await gateway.gateway.testAuthorizer(described(TOKEN));
    expect([outcome.clientStatus, outcome.log]).toEqual([500, expect.stringContaining('did not answer')]);
  });

  test("the status is the one of the API's own gateway response", async () => {
    const { gateway } = await start(denies);
    const own = {
      responseType: 'UNAUTHORIZED' as const,
      statusCode: '418',
      responseParameters: {},
      responseTemplates: {},
    };
    const call = described(TOKEN, { headers: {} }, { gatewayResponses: [own] });
    expect((await gateway.testAuthorizer(call)).clientStatus).toBe(418);
  });
});

describe('an authorizer that does not compile is named by its place', () => {
  test.each([
    ['a pattern', { identityValidationExpression: '(' }, 'authorizers[0]'],
    ['a function that is none', { authorizerUri: 'x' }, 'authorizers[0]'],
    ['another id', { id: 'other' }, 'authorizers'],
  ])('%s', async (_name, part, path) => {
    const { gateway } = await start(denies);
    const call = described({ ...TOKEN, ...part });
    await expect(gateway.testAuthorizer(call)).rejects.toMatchObject({ code: 'SnapshotRejected', path });
  });
});

test('a user pool: the claims of a token, by the account that the tester was told of', async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const arn = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc';
  const issuer = 'http://localhost:3000/pools/us-east-1_abc';
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256' };
  const pool = { arn, issuer, jwks: { keys: [jwk] }, clientIds: [] };
  const { account } = snapshot();
  const { gateway } = await start(denies);
  gateway.useAccount({ account, userPools: [pool] });
  const authorizer: AuthorizerDocument = {
    id: 'auth1',
    name: 'pool',
    type: 'COGNITO_USER_POOLS',
    identitySource: 'method.request.header.Authorization',
    authorizerResultTtlInSeconds: 300,
    providerARNs: [arn],
  };
  const sign = (use: string) =>
    new SignJWT({ sub: 'ada', token_use: use, aud: 'c' })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(issuer)
      .setExpirationTime('5m')
      .sign(privateKey);
  const ask = async (Authorization: string) =>
    gateway.testAuthorizer(described(authorizer, { headers: { Authorization } }));
  expect(await ask(`Bearer ${await sign('id')}`)).toMatchObject({
    clientStatus: 200,
    claims: { sub: 'ada', aud: 'c' },
  });
  expect(await ask(await sign('access'))).toMatchObject({
    clientStatus: 401,
    log: expect.stringContaining('An id token is asked for'),
  });
});
