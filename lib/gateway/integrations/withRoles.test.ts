import { describe, expect, onTestFinished, test } from 'vitest';
import { createSessionTokens } from '../authorizers/sessions/sessionTokens';
import { createGateway } from '../gateway';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import type { AuthorizerDocument, IamRoleDocument, IntegrationDocument, Snapshot } from '../snapshot/types';
import { connected, refused, socketGateway, twoWay } from '../sockets/testing/socketGateway';
import { apiIntegration, route } from '../testing/apiDocuments';
import { policy } from '../testing/authorizing';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import { ROLE, roleOf } from '../testing/roleOf';
import { ADA_KEY, adaWith, signedCall } from '../testing/signedCall';
import { startHttpApi } from '../testing/startHttpApi';
import { TestFunctions } from '../testing/TestFunctions';

/*
 * `credentials`: the role decides whether a function is invoked
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html).
 */
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const AUTH = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const CALLERS_OWN = 'arn:aws:iam::*:user/*';
const uri = (arn: string, operation = 'invocations') =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/${operation}`;
const FAILED = 'Execution failed due to configuration error: ';
const ASSUME = `${FAILED}API Gateway does not have permission to assume the provided role`;
const INVOKE = `${FAILED}Invalid permissions on Lambda function`;

const text = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const may = (Resource: string, part: object = {}) =>
  text({ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource, ...part });
const trust = (part: object = {}) =>
  text({
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'sts:AssumeRole',
    ...part,
  });

/** No function's own policy lets anybody in. */
const functions = () =>
  new TestFunctions(
    {
      [FUNCTION]: () => ({ statusCode: 200, body: 'in' }),
      [`${FUNCTION}:live`]: () => ({ statusCode: 200, body: 'live' }),
      [AUTH]: () => ({ principalId: 'ada', policyDocument: policy('Allow'), isAuthorized: true }),
    },
    ({ sourceArn }) => sourceArn !== undefined,
  );

interface Parts {
  integration?: Partial<IntegrationDocument>;
  authorizationType?: string;
  variables?: Record<string, string>;
  snapshot?: Partial<Snapshot>;
}

const documentOf = ({ integration: part, authorizationType = 'NONE', variables = {}, ...rest }: Parts) => {
  const own = integration({
    ...{ type: 'AWS_PROXY', httpMethod: 'POST', uri: uri(FUNCTION), credentials: ROLE },
    ...part,
  });
  return snapshot({
    deployments: [deployment({ '/': [method('GET', own, { authorizationType })] })],
    stages: [stage({ variables })],
    ...rest.snapshot,
  });
};

async function rest(parts: Parts) {
  const gateway = await createTestGateway(documentOf(parts), { functions: functions() });
  onTestFinished(() => gateway.close());
  return gateway;
}

/** What the execution log of the Test panel says of the failure. */
async function told(iamRoles: IamRoleDocument[], part: Partial<IntegrationDocument> = {}) {
  const { gateway } = await rest({ integration: part, snapshot: { iamRoles } });
  const [document] = documentOf({ integration: part }).deployments;
  if (!document) throw new Error('no deployment');
  const { status, log } = await gateway.test({
    deployment: document,
    ...{ stageName: 'prod', variables: {}, httpMethod: 'GET', resourceId: 'res0' },
    ...{ pathWithQueryString: '/', headers: {}, body: '' },
  });
  return [status, [ASSUME, INVOKE].find((words) => log.includes(` : ${words}\n`))];
}

describe('a role of an integration', () => {
  const streams = {
    ...{ uri: uri(FUNCTION, 'response-streaming-invocations') },
    ...{ responseTransferMode: 'STREAM' as const },
  };
  test.each<[type: string, part: Partial<IntegrationDocument>]>([
    ['AWS_PROXY', {}],
    ['AWS_PROXY that streams', streams],
    ['AWS', { type: 'AWS' }],
    [
      'AWS by Event',
      { type: 'AWS', requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } },
    ],
  ])('%s: 500 without the role, and with one that may not', async (_type, part) => {
    for (const iamRoles of [[], [roleOf({ policies: [] })]]) {
      const { call } = await rest({ integration: part, snapshot: { iamRoles } });
      const { status, body, headers } = await call('/');
      expect([status, body, headers['x-amzn-errortype']]).toEqual([
        500,
        '{"message": "Internal server error"}',
        'InternalServerErrorException',
      ]);
    }
    expect(await told([], part)).toEqual([500, ASSUME]);
    expect(await told([roleOf({ policies: [] })], part)).toEqual([500, INVOKE]);
  });

  test.each<[rule: string, part: Partial<IamRoleDocument>, words: string | undefined]>([
    ['it may', {}, undefined],
    ['of this function alone', { policies: [may(FUNCTION)] }, undefined],
    ['of another function', { policies: [may(AUTH)] }, INVOKE],
    ['a version or alias of it alone', { policies: [may(`${FUNCTION}:*`)] }, INVOKE],
    ['a Deny wins', { policies: [may('*'), may('*', { Effect: 'Deny' })] }, INVOKE],
    ['another action', { policies: [may('*', { Action: 'lambda:GetFunction' })] }, INVOKE],
    ['every action', { policies: [may('*', { Action: '*' })] }, undefined],
    [
      'a condition on the role',
      { policies: [may('*', { Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } })] },
      undefined,
    ],
    [
      'a condition that does not hold',
      { policies: [may('*', { Condition: { StringEquals: { 'aws:PrincipalType': 'User' } } })] },
      INVOKE,
    ],
    [
      'it trusts another service',
      { assumeRolePolicyDocument: trust({ Principal: { Service: 'lambda.amazonaws.com' } }) },
      ASSUME,
    ],
    [
      'it trusts several',
      {
        assumeRolePolicyDocument: trust({
          Principal: { Service: ['lambda.amazonaws.com', 'apigateway.amazonaws.com'] },
        }),
      },
      undefined,
    ],
    [
      'it trusts the account',
      { assumeRolePolicyDocument: trust({ Principal: { AWS: '000000000000' } }) },
      ASSUME,
    ],
    ['it trusts nobody', { assumeRolePolicyDocument: trust({ Effect: 'Deny' }) }, ASSUME],
    ['to another end', { assumeRolePolicyDocument: trust({ Action: 'sts:TagSession' }) }, ASSUME],
    [
      'of this account',
      {
        assumeRolePolicyDocument: trust({
          Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
        }),
      },
      undefined,
    ],
    [
      'of this API',
      {
        assumeRolePolicyDocument: trust({
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:api1/*' } },
        }),
      },
      undefined,
    ],
    [
      'of another API',
      {
        assumeRolePolicyDocument: trust({
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:execute-api:*:*:api2/*' } },
        }),
      },
      ASSUME,
    ],
    ['another path', { arn: 'arn:aws:iam::000000000000:role/service/invoker' }, ASSUME],
  ])('%s', async (_rule, part, words) => {
    expect(await told([roleOf(part)])).toEqual([words === undefined ? 200 : 500, words]);
  });

  test('the qualifier is part of what the role must be allowed', async () => {
    const part = { uri: uri(`${FUNCTION}:live`) };
    expect(await told([roleOf({ policies: [may(`${FUNCTION}:live`)] })], part)).toEqual([200, undefined]);
    expect(await told([roleOf({ policies: [may(FUNCTION)] })], part)).toEqual([500, INVOKE]);
  });

  test('its name may stand in a stage variable', async () => {
    const part = { credentials: 'arn:aws:iam::000000000000:role/${stageVariables.who}' };
    const status = async (who: string) => {
      const { call } = await rest({
        integration: part,
        variables: { who },
        snapshot: { iamRoles: [roleOf()] },
      });
      return (await call('/')).status;
    };
    expect([await status('invoker'), await status('other')]).toEqual([200, 500]);
  });

  test('counts from the next publication on', async () => {
    const gateway = await rest({ snapshot: { iamRoles: [roleOf()] } });
    const next = async (revision: number, iamRoles: IamRoleDocument[]) => {
      gateway.gateway.apply({ ...documentOf({ snapshot: { iamRoles } }), revision });
      return (await gateway.call('/')).status;
    };
    expect((await gateway.call('/')).status).toBe(200);
    expect(await next(2, [roleOf({ policies: [] })])).toBe(500);
    expect(await next(3, [roleOf()])).toBe(200);
    expect(await next(4, [])).toBe(500);
  });

  test('where nobody signs, no role is asked', async () => {
    const { clock, counters, cache, recorder } = await rest({});
    const gateway = createGateway({
      ports: {
        ...{ clock, counters, cache, recorder },
        ...{ functions: new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200, body: 'in' }) }) },
        ...{ log: { error: () => {} }, hashApiKey: (value: string) => value },
      },
      ownPorts: [],
      asksRoles: false,
    });
    onTestFinished(() => gateway.close(0));
    gateway.apply(documentOf({}));
    const port = await gateway.listen(0, '127.0.0.1');
    const answer = await fetch(`http://127.0.0.1:${port}/_aws/execute-api/api1/prod/`);
    expect(answer.status).toBe(200);
  });
});

describe('the caller’s own right', () => {
  const tokens = createSessionTokens(Buffer.alloc(32, 7));
  const invoking = may('*', { Action: ['execute-api:Invoke', 'lambda:InvokeFunction'] });
  const calling = may('*', { Action: 'execute-api:Invoke' });
  const session = {
    ...{ accessKeyId: 'ASIAEXAMPLEEXAMPLE01', secretAccessKey: 's' },
    ...{ issuedAt: 0, expiration: Date.now() + 3_600_000 },
    subject: { roleId: 'AROAINVOKER', roleSessionName: 'shell' },
  };
  const temporary = { ...session, sessionToken: tokens.seal(session) };

  async function asCaller(policyOfCaller: string, authorizationType = 'AWS_IAM') {
    const iam = {
      iamUsers: [adaWith(policyOfCaller)],
      accessKeys: [ADA_KEY],
      // Its trust is not asked: who signs with its credentials has assumed it already.
      iamRoles: [roleOf({ policies: [policyOfCaller], assumeRolePolicyDocument: trust({ Effect: 'Deny' }) })],
    };
    const gateway = await createTestGateway(
      documentOf({ integration: { credentials: CALLERS_OWN }, authorizationType, snapshot: iam }),
      { functions: functions(), openSession: tokens.open },
    );
    onTestFinished(() => gateway.close());
    return gateway;
  }

  test.each([
    ['a user who may', invoking, ADA_KEY, 200],
    ['a user who may only call the API', calling, ADA_KEY, 500],
    ['a role’s session that may', invoking, temporary, 200],
    ['a role’s session that may only call the API', calling, temporary, 500],
  ])('%s', async (_who, policyOfCaller, credentials, status) => {
    expect((await signedCall(await asCaller(policyOfCaller), { credentials })).status).toBe(status);
  });

  test('nobody who signed has none', async () => {
    expect((await (await asCaller(invoking, 'NONE')).call('/')).status).toBe(500);
  });

  test.each([
    ['may', invoking, 200],
    ['may not', calling, 500],
  ])('HTTP APIs: a user who %s', async (_who, policyOfCaller, status) => {
    const api = await startHttpApi({
      deployment: { routes: [route('$default', { authorizationType: 'AWS_IAM' })] },
      stage: { stageName: 'prod' },
      integration: {
        ...{ integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
        credentialsArn: CALLERS_OWN,
      },
      snapshot: { iamUsers: [adaWith(policyOfCaller)], accessKeys: [ADA_KEY] },
      functions: { [FUNCTION]: () => 'in' },
      refuses: ({ sourceArn }) => sourceArn !== undefined,
    });
    onTestFinished(() => api.close());
    expect((await signedCall(api)).status).toBe(status);
  });
});

const roles: [rule: string, iamRoles: IamRoleDocument[], ok: boolean][] = [
  ['a role that may', [roleOf()], true],
  ['no such role', [], false],
  ['a role that may not', [roleOf({ policies: [] })], false],
];

describe('authorizers and the other kinds of API', () => {
  test.each(roles)('a REST authorizer: %s', async (_rule, iamRoles, ok) => {
    const guard: AuthorizerDocument = {
      ...{ id: 'guard1', name: 'guard', type: 'TOKEN', authorizerUri: uri(AUTH), providerARNs: [] },
      ...{ identitySource: 'method.request.header.Authorization', authorizerResultTtlInSeconds: 0 },
      authorizerCredentials: ROLE,
    };
    const closed = method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId: 'guard1' });
    const document = deployment({ '/': [closed] }, { authorizers: [guard] });
    const { call } = await rest({ snapshot: { deployments: [document], iamRoles } });
    const { status, headers } = await call('/', { headers: { Authorization: 'token' } });
    expect([status, headers['x-amzn-errortype']]).toEqual(
      ok ? [200, undefined] : [500, 'AuthorizerConfigurationException'],
    );
  });

  test.each(roles)('an HTTP API, its integration and its authorizer: %s', async (_rule, iamRoles, ok) => {
    const guard: ApiAuthorizerDocument = {
      ...{ authorizerId: 'guard1', name: 'guard', authorizerType: 'REQUEST', authorizerUri: AUTH },
      ...{ authorizerPayloadFormatVersion: '2.0', enableSimpleResponses: true },
      identitySource: ['$request.header.Authorization'],
      authorizerCredentialsArn: ROLE,
    };
    const api = await startHttpApi({
      deployment: {
        routes: [
          route('GET /open'),
          route('$default', { authorizationType: 'CUSTOM', authorizerId: 'guard1' }),
        ],
        authorizers: [guard],
      },
      integration: {
        ...{ integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
        credentialsArn: ROLE,
      },
      snapshot: { iamRoles },
      functions: { [FUNCTION]: () => 'in', [AUTH]: () => ({ isAuthorized: true }) },
      refuses: ({ sourceArn }) => sourceArn !== undefined,
    });
    onTestFinished(() => api.close());
    const asAda = { headers: { Authorization: 'ada' } };
    const answers = [await api.get('/open'), await api.get('/guarded', asAda)];
    expect(answers.map(({ status }) => status)).toEqual(ok ? [200, 200] : [500, 500]);
    expect(api.functions.calls).toHaveLength(ok ? 3 : 0);
  });

  test.each(roles)('a WebSocket API: %s', async (_rule, iamRoles, ok) => {
    const gateway = await socketGateway(
      {
        routes: [route('$connect'), route('$default', twoWay)],
        integrations: [
          apiIntegration({
            ...{ integrationType: 'AWS_PROXY', integrationMethod: 'POST', integrationUri: uri(FUNCTION) },
            credentialsArn: ROLE,
          }),
        ],
      },
      { ports: { functions: functions() }, iamRoles },
    );
    if (!ok) return expect((await refused(gateway)).status).toBe(500);
    const client = await connected(gateway);
    client.webSocket.send('hello');
    expect(await client.received(1)).toEqual(['in']);
  });
});
