import { afterEach, describe, expect, test } from 'vitest';
import type { ApiAuthorizerDocument, RouteDocument } from '../../snapshot/apiTypes';
import { signedConnect } from '../../sockets/testing/signedConnect';
import { CHAT, connected, invocationUri, socketGateway } from '../../sockets/testing/socketGateway';
import { route } from '../../testing';
import { authorizing, closeAuthorizing, policy, TOKEN } from '../../testing/authorizing';
import { type CallOptions, createTestGateway } from '../../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../../testing/documents';
import { ADA_KEY, adaWith, signedCall } from '../../testing/signedCall';
import { FUNCTION, type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../../testing/startHttpApi';
import { type TestFunction, TestFunctions } from '../../testing/TestFunctions';

/* What logs say of authorizers and of services: websocket-apis.md section 9, http-apis.md section 13. */

let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const AUTH = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const CHAT_FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:chat';
const to = (format: string) => ({ accessLogSettings: { logGroupName: 'calls', format } });
const allow: TestFunction = () => ({ principalId: 'ada', policyDocument: policy('Allow') });
const deny: TestFunction = () => ({ principalId: 'ada', policyDocument: policy('Deny') });
const breaks: TestFunction = () => {
  throw new Error('broken');
};
const AUTHORIZER: ApiAuthorizerDocument = {
  authorizerId: 'auth1',
  name: 'auth',
  authorizerType: 'REQUEST',
  authorizerUri: invocationUri(AUTH),
  identitySource: ['route.request.header.Auth'],
};
const CUSTOM = { authorizationType: 'CUSTOM', authorizerId: 'auth1' } as const;
const IAM = { authorizationType: 'AWS_IAM' } as const;

interface Caller {
  guard: Partial<RouteDocument>;
  work?: TestFunction;
  /** who signs may do this */
  action?: string;
  signed?: boolean;
  headers?: Record<string, string>;
}

/** What the log says of one handshake. */
async function connecting(format: string, { guard, work = allow, action = '', ...caller }: Caller) {
  const functions = new TestFunctions({ [AUTH]: work, [CHAT_FUNCTION]: () => ({ statusCode: 200 }) });
  const statement = { Effect: 'Allow', Action: action, Resource: '*' };
  const policies = action ? [JSON.stringify({ Version: '2012-10-17', Statement: [statement] })] : [];
  const gateway = await socketGateway(
    { ...CHAT, routes: [route('$connect', guard), route('$disconnect')], authorizers: [AUTHORIZER] },
    { ports: { functions }, stage: to(format), iamUsers: [adaWith(...policies)], accessKeys: [ADA_KEY] },
  );
  const options = caller.signed ? await signedConnect(gateway, false) : { headers: caller.headers ?? {} };
  // Let in or not: the log says which.
  await connected(gateway, options).catch(() => undefined);
  await gateway.recorder.recorded(1);
  return gateway.accessLogs.messages[0];
}

const AUTHENTICATE = '$context.authenticate.status $context.authenticate.error';
const AUTHORIZE = '$context.authorize.status $context.authorize.error';
const OF_AUTHORIZER =
  '$context.authorizer.status $context.authorizer.integrationStatus $context.authorizer.requestId $context.authorizer.principalId';
const asAda = { headers: { Auth: 'token' } };

test.each<[rule: string, format: string, caller: Caller, line: string | RegExp]>([
  ['nobody is asked', `${AUTHENTICATE} ${AUTHORIZE} ${OF_AUTHORIZER}`, { guard: {} }, '- - - - - - - -'],
  ['an authorizer lets in', `${AUTHENTICATE} ${AUTHORIZE}`, { guard: CUSTOM, ...asAda }, '- - 200 -'],
  ['what its function was', OF_AUTHORIZER, { guard: CUSTOM, ...asAda }, '200 200 invocation-1 ada'],
  [
    'times are whole ms',
    '$context.authorizer.latency $context.authorizer.integrationLatency $context.authorize.latency',
    { guard: CUSTOM, ...asAda },
    /^\d+ \d+ \d+$/,
  ],
  ['it shuts out', OF_AUTHORIZER, { guard: CUSTOM, work: deny, ...asAda }, '403 200 invocation-1 -'],
  [
    'it is not asked without an identity',
    `${AUTHORIZE} ${OF_AUTHORIZER}`,
    { guard: CUSTOM },
    /^401 An identity source is missing.* 401 - - -$/,
  ],
  [
    'it breaks',
    '$context.authorizer.status $context.authorizer.error',
    { guard: CUSTOM, work: breaks, ...asAda },
    /^500 \w.+/,
  ],
  [
    'a signature that may',
    `${AUTHENTICATE} ${AUTHORIZE} ${OF_AUTHORIZER}`,
    { guard: IAM, signed: true, action: 'execute-api:Invoke' },
    '200 - 200 - - - - -',
  ],
  ['one that may not', `${AUTHENTICATE} ${AUTHORIZE}`, { guard: IAM, signed: true }, /^200 - 403 \w.+/],
  ['none', `${AUTHENTICATE} ${AUTHORIZE}`, { guard: IAM }, /^403 \w.+ - -$/],
])('WebSocket, %s', async (_rule, format, caller, line) => {
  expect(await connecting(format, caller)).toEqual(
    typeof line === 'string' ? line : expect.stringMatching(line),
  );
});

describe('REST', () => {
  afterEach(closeAuthorizing);
  const token = { headers: { Authorization: 'token' } };
  const unsigned = 'MISSING_AUTHENTICATION_TOKEN';

  /** What the log says of one call behind a TOKEN authorizer. */
  async function calling(
    format: string,
    work: TestFunction,
    options: CallOptions,
  ): Promise<string | undefined> {
    const engine = await authorizing(TOKEN, work, {}, to(format));
    await engine.call('/a', options);
    await engine.recorder.recorded(1);
    return engine.accessLogs.messages[0];
  }

  test.each<[rule: string, format: string, work: TestFunction, options: CallOptions, line: string | RegExp]>([
    ['an authorizer lets in', `${AUTHENTICATE} ${AUTHORIZE}`, allow, token, '- - 200 -'],
    ['what its function was', OF_AUTHORIZER, allow, token, '200 200 invocation-1 ada'],
    ['it shuts out', OF_AUTHORIZER, deny, token, '403 200 invocation-1 -'],
    [
      'what it says of itself',
      '$context.authorizer.error $context.authorize.error',
      deny,
      token,
      /explicit deny.* explicit deny/,
    ],
    [
      'it breaks',
      '$context.authorizer.status $context.authorizer.error',
      breaks,
      token,
      /^500 The authorizer failed/,
    ],
    [
      'it is not asked without an identity',
      `${AUTHORIZE} ${OF_AUTHORIZER}`,
      allow,
      {},
      /^401 An identity source is missing.* 401 - - -$/,
    ],
    [
      'times are whole ms',
      '$context.authorizer.latency $context.authorizer.integrationLatency $context.authorize.latency',
      allow,
      token,
      /^\d+ \d+ \d+$/,
    ],
  ])('%s', async (_rule, format, work, options, line) => {
    expect(await calling(format, work, options)).toEqual(
      typeof line === 'string' ? line : expect.stringMatching(line),
    );
  });

  test.each<[rule: string, authorizationType: string, action: string, signed: boolean, line: RegExp]>([
    ['nobody is asked', 'NONE', '', false, /^- - - - -$/],
    ['a signature that may', 'AWS_IAM', 'execute-api:Invoke', true, /^200 - 200 - -$/],
    ['one that may not', 'AWS_IAM', 's3:GetObject', true, /^200 - 403 User: \S+ is not authorized .*-$/],
    ['none', 'AWS_IAM', '', false, new RegExp(`^403 \\w.+ - - ${unsigned}$`)],
  ])('%s', async (_rule, authorizationType, action, signed, line) => {
    const statement = { Effect: 'Allow', Action: action, Resource: '*' };
    const policies = action ? [JSON.stringify({ Version: '2012-10-17', Statement: [statement] })] : [];
    const format = `${AUTHENTICATE} ${AUTHORIZE} $context.error.responseType`;
    const engine = await createTestGateway(
      snapshot({
        deployments: [deployment({ '/': [method('GET', integration(), { authorizationType })] })],
        stages: [stage(to(format))],
        iamUsers: [adaWith(...policies)],
        accessKeys: [ADA_KEY],
      }),
    );
    await (signed ? signedCall(engine) : engine.call('/'));
    await engine.recorder.recorded(1);
    expect(engine.accessLogs.messages[0]?.replace(/ACCESS_DENIED$/, '-')).toMatch(line);
    await engine.close();
  });
});

test('WebSocket: a function’s request id', async () => {
  const line = await connecting('$context.integration.requestId $context.awsEndpointRequestId', {
    guard: {},
  });
  expect(line).toBe('invocation-1 invocation-1');
});

const LAMBDA: HttpApiParts = {
  integration: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
  functions: { [FUNCTION]: () => ({ statusCode: 200 }) },
};
const guarded = (work: TestFunction): HttpApiParts => ({
  deployment: {
    routes: [route('$default', CUSTOM)],
    authorizers: [
      { ...AUTHORIZER, authorizerUri: AUTH, identitySource: [], authorizerPayloadFormatVersion: '2.0' },
    ],
  },
  functions: { [AUTH]: work },
});
const IDS = '$context.integration.requestId $context.awsEndpointRequestId $context.awsEndpointRequestId2';
const named = (headers: Record<string, string>): HttpApiParts => ({
  answer: (_request, response) => void response.writeHead(200, headers).end('ok'),
});

test.each<[rule: string, format: string, parts: HttpApiParts, line: string | RegExp]>([
  ['a backend that names nothing', IDS, {}, '- - -'],
  ['a service’s request id', IDS, named({ 'x-amzn-RequestId': 'r1' }), 'r1 r1 -'],
  ['S3’s two', IDS, named({ 'x-amz-request-id': 'r1', 'x-amz-id-2': 'r2' }), 'r1 r1 r2'],
  ['a function’s', IDS, LAMBDA, 'invocation-1 invocation-1 -'],
  ['an authorizer that lets in', '$context.authorizer.error', guarded(allow), '-'],
  [
    'one that does not',
    '$context.status $context.authorizer.error',
    guarded(deny),
    '403 The authorizer does not allow the call',
  ],
  ['one that breaks', '$context.status $context.authorizer.error', guarded(breaks), /^500 \w.+/],
])('HTTP, %s', async (_rule, format, parts, line) => {
  api = await startHttpApi({ ...parts, stage: to(format) });
  await api.get('/');
  await api.recorder.recorded(1);
  expect(api.accessLogs.messages).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
});
