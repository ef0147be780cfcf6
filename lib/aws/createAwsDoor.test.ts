import { beforeEach, describe, expect, test } from 'vitest';
import { createControl } from '@/lib/control/createControl';
import { credentialsOf } from '@/lib/control/identity/credentials';
import type { ControlPorts } from '@/lib/control/ports';
import { editor, testControl } from '@/lib/control/testControl';
import { createTestContext, testActor } from '@/lib/control/testing';
import type { FunctionOutcome } from '@/lib/model/function';
import { type AwsDoor, createAwsDoor } from './createAwsDoor';
import type { DoorOptions } from './DoorOptions';
import { type Key, plainCall, type Sent, signedCall } from './testing/signedCall';

const kit = testControl();
const administrator = testActor('administrator');
const ADA = 'arn:aws:iam::000000000000:user/ada';
const WHO = 'arn:aws:lambda:us-east-1:000000000000:function:who';
const NOW = Date.UTC(2026, 0, 15, 12);

let key: Key;
let invoked: Parameters<ControlPorts['invokeFunction']>[0][];
let outcome: FunctionOutcome;
let errors: { message: string; detail: Record<string, unknown> }[];

beforeEach(async () => {
  invoked = [];
  errors = [];
  outcome = {
    status: 200,
    payload: '{"hello":"ada"}',
    log: 'START\nEND\n',
    requestId: '8e3b2c1a-0000-4000-8000-000000000000',
    executedVersion: '$LATEST',
    duration: 3,
  };
  await kit.control.identity.createUser(administrator, 'ada');
  key = await kit.control.identity.createAccessKey(administrator, 'ada');
  await kit.control.functions.create(editor, {
    functionName: 'who',
    runtime: 'nodejs22.x',
    code: { inlineCode: 'export const handler = async () => 1;' },
  });
});

function makeDoor(part: Partial<DoorOptions> = {}): AwsDoor {
  const context = createTestContext(kit.database, {
    secrets: kit.ports.secrets,
    now: () => NOW,
    invokeFunction: async (call) => {
      invoked.push(call);
      return outcome;
    },
  });
  return createAwsDoor({
    control: createControl(context),
    credentials: credentialsOf(context),
    region: 'us-east-1',
    accountId: '000000000000',
    open: false,
    now: () => NOW,
    log: { error: (message, detail) => errors.push({ message, detail }) },
    ...part,
  });
}

const IP = '192.0.2.7';
const send = async (request: Request | Promise<Request>, door = makeDoor()) => {
  const answer = await door(await request, IP);
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};
const signed = (service: string, sent: Sent, by = key, at = NOW) =>
  signedCall(service, by, sent, new Date(at));

const allow = (resource: string, more: object = {}) =>
  kit.control.identity.putUserPolicy(
    administrator,
    'ada',
    `p${Math.random().toString(36).slice(2)}`,
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: resource, ...more }],
    }),
  );

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const whoAmI: Sent = { headers: FORM, body: 'Action=GetCallerIdentity&Version=2011-06-15' };

describe('STS', () => {
  test('GetCallerIdentity says who signed, with no policy at all; the key’s use is noted', async () => {
    const { status, headers, body } = await send(signed('sts', whoAmI));
    const [user] = await kit.control.identity.users(administrator);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/xml']);
    expect(body.replace(/[0-9a-f-]{36}/, 'ID')).toBe(
      `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${ADA}</Arn><UserId>${user?.userId}</UserId><Account>000000000000</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>ID</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
    );
    expect(user?.accessKeys[0]?.lastUsedAt).toBe(NOW);
  });

  test('the same by GET', async () => {
    const query = { Action: 'GetCallerIdentity', Version: '2011-06-15' };
    expect((await send(signed('sts', { method: 'GET', query }))).body).toContain(`<Arn>${ADA}</Arn>`);
  });

  test.each<[rule: string, make: () => Request | Promise<Request>, status: number, code: string]>([
    ['no signature', () => plainCall(whoAmI), 403, 'MissingAuthenticationToken'],
    [
      'an unknown key',
      () => signed('sts', whoAmI, { ...key, accessKeyId: 'AKIAUNKNOWN' }),
      403,
      'InvalidClientTokenId',
    ],
    [
      'another secret',
      () => signed('sts', whoAmI, { ...key, secretAccessKey: 'x' }),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a clock 5 min 1 s behind',
      () => signed('sts', whoAmI, key, NOW - 301_000),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a clock 5 min 1 s ahead',
      () => signed('sts', whoAmI, key, NOW + 301_000),
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'a bearer token',
      () => plainCall({ ...whoAmI, headers: { ...FORM, authorization: 'Bearer abc' } }),
      403,
      'IncompleteSignature',
    ],
    [
      'a body that was changed',
      async () => changed(await signed('sts', whoAmI), { body: `${whoAmI.body}&a=b` }),
      403,
      'SignatureDoesNotMatch',
    ],
    ['no action', () => signed('sts', { headers: FORM, body: 'Version=2011-06-15' }), 400, 'MissingAction'],
    [
      'an unknown action',
      () => signed('sts', { headers: FORM, body: 'Action=AssumeRole' }),
      400,
      'InvalidAction',
    ],
    [
      'an action of every object',
      () => signed('sts', { headers: FORM, body: 'Action=constructor' }),
      400,
      'InvalidAction',
    ],
    [
      'another version',
      () => signed('sts', { headers: FORM, body: 'Action=GetCallerIdentity&Version=1' }),
      400,
      'InvalidAction',
    ],
    [
      'JSON',
      () => signed('sts', { headers: { 'content-type': 'application/json' }, body: '{}' }),
      400,
      'InvalidAction',
    ],
    ['a PUT', () => signed('sts', { ...whoAmI, method: 'PUT' }), 400, 'InvalidAction'],
  ])('%s', async (_rule, make, status, code) => {
    const answer = await send(make());
    expect([answer.status, /<Code>(.*)<\/Code>/.exec(answer.body)?.[1]]).toEqual([status, code]);
    expect(answer.body).toMatch(
      /^<ErrorResponse xmlns=.*<RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>$/,
    );
  });

  test.each([-300_000, 300_000])('a clock %d ms apart is taken', async (skew) => {
    expect((await send(signed('sts', whoAmI, key, NOW + skew))).status).toBe(200);
  });

  test('a key that was turned off, and one of a user that is gone, are unknown keys', async () => {
    await kit.control.identity.updateAccessKey(administrator, 'ada', key.accessKeyId, 'Inactive');
    expect((await send(signed('sts', whoAmI))).body).toContain('InvalidClientTokenId');
    await kit.control.identity.deleteUser(administrator, 'ada');
    expect((await send(signed('sts', whoAmI))).body).toContain('InvalidClientTokenId');
  });
});

const changed = (request: Request, part: { body: string }) => new Request(request, part);

const call = (part: Sent = {}): Sent => ({
  path: '/2015-03-31/functions/who/invocations',
  body: '{"a":1}',
  ...part,
});
const invoke = (part: Sent = {}) => send(signed('lambda', call(part)));

describe('Lambda’s Invoke: what policies say', () => {
  const denied = (why: string, resource = WHO) => ({
    status: 403,
    message: `User: ${ADA} is not authorized to perform: lambda:InvokeFunction on resource: ${resource} ${why}`,
  });
  const silent = 'because no identity-based policy allows the lambda:InvokeFunction action';
  const verdict = async (part: Sent = {}) => {
    const { status, body, headers } = await invoke(part);
    if (status === 200) return { status };
    expect(headers.get('x-amzn-errortype')).toBe('AccessDeniedException');
    return { status, message: JSON.parse(body).message };
  };

  test('nothing: refused, and the function is not asked', async () => {
    expect(await verdict()).toEqual(denied(silent));
    expect(invoked).toEqual([]);
  });

  test.each([
    ['this function', WHO, 200],
    ['all functions', '*', 200],
    ['another function', `${WHO}x`, 403],
    ['a version of it', `${WHO}:1`, 403],
  ])('Allow on %s: %d', async (_rule, resource, status) => {
    await allow(resource);
    expect((await verdict()).status).toBe(status);
  });

  test('a Deny wins', async () => {
    await allow('*');
    await allow(WHO, { Effect: 'Deny' });
    expect(await verdict()).toEqual(denied('with an explicit deny in an identity-based policy'));
  });

  test('another action allows nothing', async () => {
    await allow('*', { Action: ['lambda:Get*', 'execute-api:*'] });
    expect(await verdict()).toEqual(denied(silent));
  });

  test.each([
    ['192.0.2.0/24', 200],
    ['10.0.0.0/8', 403],
  ])('a condition on the caller’s address, %s: %d', async (range, status) => {
    await allow('*', { Condition: { IpAddress: { 'aws:SourceIp': range } } });
    const spoofed = { headers: { 'x-forwarded-for': '10.0.0.1' } };
    expect((await verdict(spoofed)).status).toBe(status);
  });

  test('a policy variable: a user may call what has its name', async () => {
    const own = `arn:aws:lambda:*:*:function:${'${aws:username}'}-*`;
    await allow(own);
    expect((await verdict()).status).toBe(403);
    const mine = { path: '/2015-03-31/functions/ada-1/invocations' };
    expect((await invoke(mine)).headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
  });
});

describe('Lambda’s Invoke', () => {
  beforeEach(() => allow('*'));

  test('answers what the function answered, and what AWS’s headers tell of it', async () => {
    const { status, headers, body } = await invoke({ headers: { 'x-amz-log-type': 'Tail' } });
    expect([status, body]).toEqual([200, '{"hello":"ada"}']);
    expect(invoked).toEqual([
      { functionArn: `${WHO}:$LATEST`, payload: '{"a":1}', invocationType: 'RequestResponse' },
    ]);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-amz-executed-version')).toBe('$LATEST');
    expect(headers.get('x-amz-function-error')).toBeNull();
    expect(headers.get('x-amzn-requestid')).toBe(outcome.requestId);
    expect(Buffer.from(headers.get('x-amz-log-result') ?? '', 'base64').toString()).toBe('START\nEND\n');
  });

  test('a log that nobody asked for stays here', async () => {
    expect((await invoke()).headers.has('x-amz-log-result')).toBe(false);
  });

  test('a function’s own error is a 200 that says so', async () => {
    outcome = { ...outcome, functionError: 'Unhandled', payload: '{"errorMessage":"boom"}' };
    const { status, headers, body } = await invoke();
    expect([status, headers.get('x-amz-function-error'), body]).toEqual([200, 'Unhandled', outcome.payload]);
  });

  test('Event: 202 and nothing more', async () => {
    outcome = { ...outcome, status: 202, payload: '', executedVersion: '' };
    const { status, body, headers } = await invoke({ headers: { 'x-amz-invocation-type': 'Event' } });
    expect([status, body, headers.has('x-amz-executed-version')]).toEqual([202, '', false]);
    expect(invoked[0]?.invocationType).toBe('Event');
  });

  test('DryRun: 204, and the function is not called', async () => {
    const { status, body } = await invoke({ headers: { 'x-amz-invocation-type': 'DryRun' } });
    expect([status, body, invoked]).toEqual([204, '', []]);
  });

  test('too many calls at once: AWS’s error', async () => {
    outcome = { ...outcome, status: 429, payload: '{"Type":"User","message":"Rate Exceeded."}' };
    const { status, headers } = await invoke();
    expect([status, headers.get('x-amzn-errortype')]).toEqual([429, 'TooManyRequestsException']);
  });

  test.each([
    ['its name', 'who'],
    ['its ARN', encodeURIComponent(WHO)],
    ['a partial ARN', '000000000000:function:who'],
    ['a version', 'who:$LATEST'],
  ])('by %s', async (_rule, name) => {
    const { status } = await invoke({ path: `/2015-03-31/functions/${name}/invocations` });
    expect([status, invoked[0]?.functionArn]).toEqual([200, `${WHO}:$LATEST`]);
  });

  const nobody = 'ResourceNotFoundException';
  const invalid = 'InvalidParameterValueException';
  test.each<[rule: string, part: Sent, status: number, code: string]>([
    ['an unknown function', { path: '/2015-03-31/functions/none/invocations' }, 404, nobody],
    ['an unknown version', { query: { Qualifier: '7' } }, 404, nobody],
    [
      'another account’s',
      { path: '/2015-03-31/functions/111122223333:function:who/invocations' },
      404,
      nobody,
    ],
    ['a name that is none', { path: '/2015-03-31/functions/a%20b/invocations' }, 400, invalid],
    [
      'an ARN that is none',
      { path: '/2015-03-31/functions/arn%3Aaws%3As3%3A%3A%3Ab/invocations' },
      400,
      invalid,
    ],
    [
      'two versions',
      { path: '/2015-03-31/functions/who:1/invocations', query: { Qualifier: '2' } },
      400,
      invalid,
    ],
    ['an unknown type', { headers: { 'x-amz-invocation-type': 'Later' } }, 400, invalid],
    ['an unknown kind of log', { headers: { 'x-amz-log-type': 'Head' } }, 400, invalid],
    ['an event that is not JSON', { body: '{' }, 400, 'InvalidRequestContentException'],
    [
      'an event above 6 MB',
      { body: JSON.stringify('x'.repeat(6 * 1024 * 1024)) },
      413,
      'RequestTooLargeException',
    ],
    [
      'a body far above 6 MB',
      { body: JSON.stringify('x'.repeat(7 * 1024 * 1024)) },
      413,
      'RequestEntityTooLargeException',
    ],
    ['another verb', { method: 'PUT' }, 404, 'UnknownOperationException'],
    ['another path', { path: '/2015-03-31/functions/who/configuration' }, 404, 'UnknownOperationException'],
    [
      'a name with a slash',
      { path: '/2015-03-31/functions/a/b/invocations' },
      404,
      'UnknownOperationException',
    ],
  ])('%s: %d %s', async (_rule, part, status, code) => {
    const answer = await invoke(part);
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([status, code]);
    expect(JSON.parse(answer.body)).toMatchObject({ Type: 'User', message: expect.any(String) });
    expect(invoked).toEqual([]);
  });

  test('unsigned: refused in this service’s own form', async () => {
    const answer = await send(plainCall(call()));
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
      403,
      'MissingAuthenticationTokenException',
    ]);
  });

  test('signed for another service: not this one’s', async () => {
    expect((await send(signed('sts', call()))).body).toContain('<Code>InvalidAction</Code>');
    expect((await send(signed('s3', call()))).status).toBe(404);
  });

  test('an error nobody foresaw is logged and not shown', async () => {
    const door = makeDoor({
      credentials: { find: () => Promise.reject(new Error('secret detail')), used: async () => {} },
    });
    const answer = await send(signed('lambda', call()), door);
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([500, 'InternalFailure']);
    expect(answer.body).not.toContain('secret detail');
    expect(errors).toMatchObject([{ detail: { reason: expect.stringContaining('secret detail') } }]);
  });
});

describe('cognito-idp', () => {
  const target = (operation: string, part: Sent = {}): Sent => ({
    body: '{}',
    ...part,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...part.headers,
    },
  });

  test('a person signs in without a signature, and is told to with the wrong password', async () => {
    const pool = await kit.control.userPools.create(administrator, { name: 'Pets' });
    const { clientId } = await kit.control.userPools.createClient(administrator, pool.id, {
      clientName: 'web',
    });
    const password = 'correct horse battery';
    const ada = { username: 'ada', email: 'ada@example.com', password, permanent: true };
    await kit.control.userPools.createUser(administrator, pool.id, ada);
    const body = (PASSWORD: string) =>
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: clientId,
        AuthParameters: { USERNAME: 'ada', PASSWORD },
      });
    const good = await send(plainCall(target('InitiateAuth', { body: body(password) })));
    expect([good.status, good.headers.get('content-type')]).toEqual([200, 'application/x-amz-json-1.1']);
    expect(JSON.parse(good.body)).toMatchObject({ AuthenticationResult: { TokenType: 'Bearer' } });
    const bad = await send(plainCall(target('InitiateAuth', { body: body('another one entirely') })));
    expect([bad.status, JSON.parse(bad.body)]).toEqual([
      400,
      { __type: 'NotAuthorizedException', message: 'Incorrect username or password.' },
    ]);
    expect(bad.headers.get('x-amzn-errortype')).toBe('NotAuthorizedException');
  });

  test.each<[rule: string, sent: Sent, status: number, type: string]>([
    ['an unknown operation', target('CreateUserPool'), 404, 'UnknownOperationException'],
    ['an operation of every object', target('toString'), 404, 'UnknownOperationException'],
    ['no operation', target(''), 400, 'UnknownOperationException'],
    [
      'another service',
      target('', { headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables' } }),
      404,
      'UnknownOperationException',
    ],
    [
      'another content type',
      target('SignUp', { headers: { 'content-type': 'text/plain' } }),
      404,
      'UnknownOperationException',
    ],
    ['what is not JSON', target('SignUp', { body: '{' }), 400, 'SerializationException'],
    ['nothing', target('SignUp', { body: '' }), 400, 'SerializationException'],
    ['a list', target('SignUp', { body: '[]' }), 400, 'SerializationException'],
    ['null', target('SignUp', { body: 'null' }), 400, 'SerializationException'],
    ['a million brackets', target('SignUp', { body: '['.repeat(1_000_000) }), 400, 'SerializationException'],
    ['no members', target('SignUp'), 400, 'InvalidParameterException'],
    [
      'members of another type',
      target('SignUp', { body: '{"ClientId":7,"Username":[],"Password":{}}' }),
      400,
      'InvalidParameterException',
    ],
    [
      'a prototype',
      target('InitiateAuth', { body: '{"__proto__":{"ClientId":"x"}}' }),
      400,
      'InvalidParameterException',
    ],
  ])('%s: %d', async (_rule, sent, status, type) => {
    const answer = await send(plainCall(sent));
    expect([answer.status, JSON.parse(answer.body).__type]).toEqual([status, type]);
  });
});

test('whatever comes, nobody unsigned gets in and no bad input is a 500', async () => {
  const door = makeDoor();
  const types = [
    '',
    'application/json',
    'application/x-amz-json-1.1',
    FORM['content-type'],
    'a/b; charset=x',
  ];
  const paths = ['/', '//', '/%', '/%00', '/2015-03-31/functions/%ff/invocations', '/restapis', '/../../etc'];
  const bodies = ['', '{}', 'Action=GetCallerIdentity', '\u0000'];
  const authorizations = [
    '',
    'AWS4-HMAC-SHA256 Credential=a/b/c/sts/aws4_request, SignedHeaders=host, Signature=0',
    'AWS4-HMAC-SHA256 Credential=////',
    'x',
  ];
  const seen = new Set<number>();
  for (const method of ['GET', 'POST', 'DELETE', 'PATCH'])
    for (const path of paths)
      for (const type of types)
        for (const body of bodies)
          for (const authorization of authorizations) {
            const headers = {
              ...(type && { 'content-type': type }),
              ...(authorization && { authorization }),
            };
            const request = plainCall({ method, path, headers, ...(method !== 'GET' && { body }) });
            seen.add((await door(request, IP)).status);
          }
  expect([...seen].sort()).toEqual([400, 403, 404]);
  expect(errors).toEqual([]);
});

describe('GATEHOUSE_AWS_AUTH=off', () => {
  const open = (sent: Sent) => send(plainCall(sent), makeDoor({ open: true }));

  test('a call needs no signature, no key and no policy: it is the account’s own', async () => {
    expect((await open(whoAmI)).body).toContain('<Arn>arn:aws:iam::000000000000:root</Arn>');
    expect((await open(call())).status).toBe(200);
    const anyKey = { accessKeyId: 'test', secretAccessKey: 'test' };
    expect((await send(signed('lambda', call(), anyKey), makeDoor({ open: true }))).status).toBe(200);
  });

  test.each<[rule: string, headers: Record<string, string>, status: number]>([
    ['a page of elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['a name that leads here', { host: 'evil.example:4566' }, 403],
    ['a name that begins like ours', { host: 'localhost.evil.example' }, 403],
    ['a page of this machine', { origin: 'http://localhost:5173' }, 200],
    ['an API’s name', { host: 'abc.execute-api.localhost:4566' }, 200],
    ['an address', { host: '127.0.0.1:4566' }, 200],
  ])('%s: %d', async (_rule, headers, status) => {
    expect((await open(call({ headers }))).status).toBe(status);
  });
});
