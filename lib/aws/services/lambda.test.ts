import { beforeEach, describe, expect, test } from 'vitest';
import { ADA, doorOfAda, invocation, WHO } from '../testing/doorOfAda';
import { plainCall, type Sent } from '../testing/signedCall';

const bench = doorOfAda();
const invoke = (part: Sent = {}) => bench.send(bench.signed('lambda', invocation(part)));

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
    expect(bench.invoked).toEqual([]);
  });

  test.each([
    ['this function', WHO, 200],
    ['all functions', '*', 200],
    ['another function', `${WHO}x`, 403],
    ['a version of it', `${WHO}:1`, 403],
  ])('Allow on %s: %d', async (_rule, resource, status) => {
    await bench.allow(resource);
    expect((await verdict()).status).toBe(status);
  });

  test('a Deny wins', async () => {
    await bench.allow('*');
    await bench.allow(WHO, { Effect: 'Deny' });
    expect(await verdict()).toEqual(denied('with an explicit deny in an identity-based policy'));
  });

  test('another action allows nothing', async () => {
    await bench.allow('*', { Action: ['lambda:Get*', 'execute-api:*'] });
    expect(await verdict()).toEqual(denied(silent));
  });

  test.each([
    ['192.0.2.0/24', 200],
    ['10.0.0.0/8', 403],
  ])('a condition on the caller’s address, %s: %d', async (range, status) => {
    await bench.allow('*', { Condition: { IpAddress: { 'aws:SourceIp': range } } });
    const spoofed = { headers: { 'x-forwarded-for': '10.0.0.1' } };
    expect((await verdict(spoofed)).status).toBe(status);
  });

  test('a policy variable: a user may call what has its name', async () => {
    const own = `arn:aws:lambda:*:*:function:${'${aws:username}'}-*`;
    await bench.allow(own);
    expect((await verdict()).status).toBe(403);
    const mine = { path: '/2015-03-31/functions/ada-1/invocations' };
    expect((await invoke(mine)).headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
  });
});

describe('Lambda’s Invoke', () => {
  beforeEach(() => bench.allow('*'));

  test('answers what the function answered, and what AWS’s headers tell of it', async () => {
    const { status, headers, body } = await invoke({ headers: { 'x-amz-log-type': 'Tail' } });
    expect([status, body]).toEqual([200, '{"hello":"ada"}']);
    expect(bench.invoked).toEqual([
      { functionArn: WHO, payload: '{"a":1}', invocationType: 'RequestResponse' },
    ]);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-amz-executed-version')).toBe('$LATEST');
    expect(headers.get('x-amz-function-error')).toBeNull();
    expect(headers.get('x-amzn-requestid')).toBe(bench.outcome.requestId);
    expect(Buffer.from(headers.get('x-amz-log-result') ?? '', 'base64').toString()).toBe('START\nEND\n');
  });

  test('what the caller says of itself goes to the function', async () => {
    const clientContext = Buffer.from('{"custom":{}}').toString('base64');
    await invoke({ headers: { 'x-amz-client-context': clientContext } });
    expect(bench.invoked).toMatchObject([{ clientContext }]);
    const tooLong = await invoke({ headers: { 'x-amz-client-context': 'x'.repeat(3_584) } });
    expect(tooLong.headers.get('x-amzn-errortype')).toBe('InvalidParameterValueException');
  });

  test('a log that nobody asked for stays here', async () => {
    expect((await invoke()).headers.has('x-amz-log-result')).toBe(false);
  });

  test('a function’s own error is a 200 that says so', async () => {
    bench.outcome = { ...bench.outcome, functionError: 'Unhandled', payload: '{"errorMessage":"boom"}' };
    const { status, headers, body } = await invoke();
    expect([status, headers.get('x-amz-function-error'), body]).toEqual([
      200,
      'Unhandled',
      bench.outcome.payload,
    ]);
  });

  test('Event: 202 and nothing more', async () => {
    bench.outcome = { ...bench.outcome, status: 202, payload: '', executedVersion: '' };
    const { status, body, headers } = await invoke({ headers: { 'x-amz-invocation-type': 'Event' } });
    expect([status, body, headers.has('x-amz-executed-version')]).toEqual([202, '', false]);
    expect(bench.invoked[0]?.invocationType).toBe('Event');
  });

  test('DryRun: 204, and the function is not called', async () => {
    const { status, body } = await invoke({ headers: { 'x-amz-invocation-type': 'DryRun' } });
    expect([status, body, bench.invoked]).toEqual([204, '', []]);
  });

  test('too many calls at once: AWS’s error', async () => {
    bench.outcome = { ...bench.outcome, status: 429, payload: '{"Type":"User","message":"Rate Exceeded."}' };
    const { status, headers } = await invoke();
    expect([status, headers.get('x-amzn-errortype')]).toEqual([429, 'TooManyRequestsException']);
  });

  test.each([
    ['its name', 'who', WHO],
    ['its ARN', encodeURIComponent(WHO), WHO],
    ['a partial ARN', '000000000000:function:who', WHO],
    ['a version', 'who:$LATEST', `${WHO}:$LATEST`],
  ])('by %s', async (_rule, name, functionArn) => {
    const { status } = await invoke({ path: `/2015-03-31/functions/${name}/invocations` });
    expect([status, bench.invoked[0]?.functionArn]).toEqual([200, functionArn]);
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
    expect(bench.invoked).toEqual([]);
  });

  test('unsigned: refused in this service’s own form', async () => {
    const answer = await bench.send(plainCall(invocation()));
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
      403,
      'MissingAuthenticationTokenException',
    ]);
  });

  test('signed for another service: not this one’s', async () => {
    expect((await bench.send(bench.signed('sts', invocation()))).body).toContain(
      '<Code>InvalidAction</Code>',
    );
    expect((await bench.send(bench.signed('s3', invocation()))).status).toBe(404);
  });

  test('an error nobody foresaw is logged and not shown', async () => {
    const door = bench.make({
      credentials: { find: () => Promise.reject(new Error('secret detail')), used: async () => {} },
    });
    const answer = await bench.send(bench.signed('lambda', invocation()), door);
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([500, 'InternalFailure']);
    expect(answer.body).not.toContain('secret detail');
    expect(bench.errors).toMatchObject([{ detail: { reason: expect.stringContaining('secret detail') } }]);
  });
});
