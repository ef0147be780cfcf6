import { afterEach, describe, expect, test } from 'vitest';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import type { AuthorizerDocument, IntegrationDocument } from '../snapshot/types';
import { connected, refused, socketGateway, twoWay } from '../sockets/testing/socketGateway';
import { apiIntegration, apiStage, route } from '../testing/apiDocuments';
import { policy } from '../testing/authorizing';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import { MemoryAccessLogs } from '../testing/MemoryAccessLogs';
import { ROLE, roleOf } from '../testing/roleOf';
import { startHttpApi } from '../testing/startHttpApi';
import { TestFunctions } from '../testing/TestFunctions';

/*
 * As what each kind of place invokes its function, and what its caller is told when the function's policy does not let
 * it in (rest-execution.md section 2: 500; http-apis.md section 3; AWS's words in the logs).
 */
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const AUTH = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const uri = (arn: string, operation = 'invocations') =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/${operation}`;
const SOURCE = 'arn:aws:execute-api:us-east-1:000000000000:api1';
const DENIED = 'Execution failed due to configuration error: Invalid permissions on Lambda function';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** @param refused the ARNs whose policies let nobody in */
const functionsWith = (refused: string[] = []) =>
  new TestFunctions(
    {
      [FUNCTION]: () => ({ statusCode: 200, body: 'in' }),
      [AUTH]: () => ({ principalId: 'ada', policyDocument: policy('Allow'), isAuthorized: true }),
    },
    ({ functionArn, sourceArn }) => sourceArn !== undefined && refused.includes(functionArn),
  );
const sources = ({ calls }: TestFunctions) => calls.map(({ sourceArn }) => sourceArn);

const proxy = (part: Partial<IntegrationDocument> = {}) =>
  integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: uri(FUNCTION), ...part });
const custom: Partial<IntegrationDocument> = { type: 'AWS' };
const TOKEN: AuthorizerDocument = {
  id: 'guard1',
  name: 'guard',
  type: 'TOKEN',
  authorizerUri: uri(AUTH),
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
  providerARNs: [],
};

async function rest(
  part: Partial<IntegrationDocument>,
  refused: string[] = [],
  authorizer: Partial<AuthorizerDocument> | undefined = undefined,
) {
  const functions = functionsWith(refused);
  const accessLogs = new MemoryAccessLogs();
  const closed = authorizer ? ({ authorizationType: 'CUSTOM', authorizerId: 'guard1' } as const) : {};
  const any = method('ANY', proxy(part), closed);
  const document = deployment(
    { '/': [any], '/pets/{id}': [method('GET', proxy(part), closed)], '/all/{proxy+}': [any] },
    { authorizers: [{ ...TOKEN, ...authorizer }] },
  );
  const format = '$context.error.responseType $context.integration.status $context.authorizer.status';
  const accessLogSettings = { logGroupName: 'calls', format };
  const gateway = await createTestGateway(
    snapshot({ deployments: [document], stages: [stage({ accessLogSettings })], iamRoles: [roleOf()] }),
    { functions, accessLogs },
  );
  closing.push(() => gateway.close());
  return { functions, gateway, document, accessLogs };
}

describe('REST APIs', () => {
  test.each<[rule: string, verb: string, path: string, part: Partial<IntegrationDocument>, source: string]>([
    ['a proxy', 'GET', '/pets/7', {}, '/prod/GET/pets/{id}'],
    ['the verb of an ANY method is the call’s own', 'PUT', '/', {}, '/prod/PUT/'],
    ['a greedy path', 'POST', '/all/a/b', {}, '/prod/POST/all/{proxy+}'],
    ['a custom integration', 'GET', '/pets/7', custom, '/prod/GET/pets/{id}'],
  ])('%s', async (_rule, verb, path, part, source) => {
    const { functions, gateway } = await rest(part);
    expect((await gateway.call(path, { method: verb })).status).toBe(200);
    expect(sources(functions)).toEqual([`${SOURCE}${source}`]);
  });

  test.each([
    ['AWS_PROXY', {}],
    [
      'AWS_PROXY that streams',
      { uri: uri(FUNCTION, 'response-streaming-invocations'), responseTransferMode: 'STREAM' },
    ],
    ['AWS', custom],
    [
      'AWS by Event',
      { ...custom, requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } },
    ],
  ] as [
    string,
    Partial<IntegrationDocument>,
  ][])('%s: 500 where the function does not let it in', async (_type, part) => {
    const { gateway, document, accessLogs } = await rest(part, [FUNCTION]);
    const { status, body, headers } = await gateway.call('/pets/7');
    expect([status, body, headers['x-amzn-errortype']]).toEqual([
      500,
      '{"message": "Internal server error"}',
      'InternalServerErrorException',
    ]);
    expect(accessLogs.messages.at(-1)).toMatch(/^API_CONFIGURATION_ERROR /);
    const trial = await gateway.gateway.test({
      deployment: document,
      stageName: 'test-invoke-stage',
      variables: {},
      httpMethod: 'GET',
      resourceId: 'res1',
      pathWithQueryString: '/pets/7',
      headers: {},
      body: '',
    });
    expect([trial.status, trial.log.includes(` : ${DENIED}\n`)]).toEqual([500, true]);
  });

  test('the test panel invokes as its own stage', async () => {
    const { gateway, document, functions } = await rest({});
    const call = { variables: {}, headers: {}, body: '', resourceId: 'res1', httpMethod: 'GET' };
    const pathWithQueryString = '/pets/7';
    await gateway.gateway.test({
      ...call,
      deployment: document,
      stageName: 'test-invoke-stage',
      pathWithQueryString,
    });
    expect(sources(functions)).toEqual([`${SOURCE}/test-invoke-stage/GET/pets/{id}`]);
  });

  test('an authorizer is its API’s own, whichever stage is called; refused: 500', async () => {
    const open = await rest({}, [], {});
    const asked = { headers: { Authorization: 'token' } };
    expect((await open.gateway.call('/pets/7', asked)).status).toBe(200);
    expect(sources(open.functions)[0]).toBe(`${SOURCE}/authorizers/guard1`);

    const { gateway, document, accessLogs } = await rest({}, [AUTH], {});
    const { status, body, headers } = await gateway.call('/pets/7', asked);
    expect([status, body, headers['x-amzn-errortype']]).toEqual([
      500,
      '{"message":null}',
      'AuthorizerConfigurationException',
    ]);
    expect(accessLogs.messages.at(-1)).toMatch(/^AUTHORIZER_CONFIGURATION_ERROR /);
    const trial = await gateway.gateway.testAuthorizer({
      deployment: document,
      authorizerId: 'guard1',
      stageName: 'test-invoke-stage',
      variables: {},
      pathWithQueryString: '/',
      body: '',
      ...asked,
    });
    expect([trial.clientStatus, trial.log.includes(DENIED)]).toEqual([500, true]);
  });

  test('who has a role names no source: the role’s right is what is asked for', async () => {
    const { gateway, functions } = await rest({ credentials: ROLE }, [FUNCTION, AUTH], {
      authorizerCredentials: ROLE,
    });
    const { status } = await gateway.call('/pets/7', { headers: { Authorization: 'token' } });
    expect([status, sources(functions)]).toEqual([200, [undefined, undefined]]);
  });
});

describe('HTTP APIs', () => {
  const simple: ApiAuthorizerDocument = {
    authorizerId: 'guard1',
    name: 'guard',
    authorizerType: 'REQUEST',
    authorizerUri: AUTH,
    authorizerPayloadFormatVersion: '2.0',
    enableSimpleResponses: true,
    identitySource: ['$request.header.Authorization'],
  };

  async function http(refused: string[] = [], isGuarded = false, role?: string) {
    const closed = isGuarded ? ({ authorizationType: 'CUSTOM', authorizerId: 'guard1' } as const) : {};
    const api = await startHttpApi({
      deployment: {
        routes: ['GET /pets/{id}', 'ANY /any', '$default'].map((key) => route(key, closed)),
        authorizers: [{ ...simple, ...(role && { authorizerCredentialsArn: role }) }],
      },
      integration: {
        ...{ integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
        ...(role && { credentialsArn: role }),
      },
      snapshot: { apiStages: [apiStage({ stageName: 'dev' })], iamRoles: [roleOf()] },
      functions: { [FUNCTION]: () => 'in', [AUTH]: () => ({ isAuthorized: true }) },
      refuses: ({ functionArn, sourceArn }) => sourceArn !== undefined && refused.includes(functionArn),
    });
    closing.push(api.close);
    return api;
  }
  const asAda = { headers: { Authorization: 'ada' } };

  test.each<[rule: string, verb: string, path: string, source: string]>([
    ['a route', 'GET', '/dev/pets/7', '/dev/GET/pets/{id}'],
    ['the verb of ANY is the call’s own', 'DELETE', '/dev/any', '/dev/DELETE/any'],
    ['$default has no verb', 'GET', '/dev/elsewhere', '/dev/$default'],
  ])('%s', async (_rule, verb, path, source) => {
    const api = await http();
    expect((await api.get(path, { method: verb })).status).toBe(200);
    expect(sources(api.functions)).toEqual([`${SOURCE}${source}`]);
  });

  test('refused: 500, of integrations and of authorizers', async () => {
    const api = await http([FUNCTION]);
    const { status, body } = await api.get('/dev/any');
    expect([status, body]).toEqual([500, '{"message":"Internal Server Error"}']);
    const guarded = await http([AUTH], true);
    const answer = await guarded.get('/dev/any', asAda);
    expect([answer.status, answer.body]).toEqual([500, '{"message":"Internal Server Error"}']);
    expect(sources(guarded.functions)).toEqual([`${SOURCE}/authorizers/guard1`]);
  });

  test('who has a role names no source', async () => {
    const api = await http([FUNCTION, AUTH], true, ROLE);
    expect((await api.get('/dev/any', asAda)).status).toBe(200);
    expect(sources(api.functions)).toEqual([undefined, undefined]);
  });
});

describe('WebSocket APIs', () => {
  const guard: ApiAuthorizerDocument = {
    authorizerId: 'guard1',
    name: 'guard',
    authorizerType: 'REQUEST',
    authorizerUri: uri(AUTH),
    identitySource: ['route.request.header.Auth'],
  };
  const asAda = { headers: { Auth: 'ada' } };

  async function socket(closed: string[] = [], role?: string) {
    const functions = functionsWith(closed);
    const gateway = await socketGateway(
      {
        routes: [
          route('$connect', { authorizationType: 'CUSTOM', authorizerId: 'guard1' }),
          route('join', twoWay),
          route('custom', { ...twoWay, target: 'integrations/int2' }),
        ],
        authorizers: [{ ...guard, ...(role && { authorizerCredentialsArn: role }) }],
        integrations: [
          apiIntegration({
            ...{ integrationType: 'AWS_PROXY', integrationMethod: 'POST', integrationUri: uri(FUNCTION) },
            ...(role && { credentialsArn: role }),
          }),
          apiIntegration({
            ...{ integrationId: 'int2', integrationType: 'AWS', integrationMethod: 'POST' },
            ...{ integrationUri: uri(FUNCTION), requestTemplates: { $default: '{}' } },
            ...(role && { credentialsArn: role }),
          }),
        ],
      },
      { ports: { functions }, iamRoles: [roleOf()] },
    );
    return { gateway, functions };
  }

  test('routes by their keys, $connect and its authorizer', async () => {
    const { gateway, functions } = await socket();
    const client = await connected(gateway, asAda);
    client.webSocket.send('{"action":"join"}');
    await client.received(1);
    client.webSocket.send('{"action":"custom"}');
    await client.received(2);
    expect(sources(functions)).toEqual([
      `${SOURCE}/authorizers/guard1`,
      `${SOURCE}/prod/$connect`,
      `${SOURCE}/prod/join`,
      `${SOURCE}/prod/custom`,
    ]);
  });

  test.each([
    ['the authorizer', AUTH],
    ['$connect', FUNCTION],
  ])('%s that is refused: no handshake', async (_place, arn) => {
    const { gateway } = await socket([arn]);
    expect((await refused(gateway, asAda)).status).toBe(500);
  });

  test('who has a role names no source', async () => {
    const { gateway, functions } = await socket([FUNCTION, AUTH], ROLE);
    const client = await connected(gateway, asAda);
    client.webSocket.send('{"action":"custom"}');
    await client.received(1);
    expect(new Set(sources(functions))).toEqual(new Set([undefined]));
  });
});
