import { afterEach, describe, expect, test } from 'vitest';
import { FunctionUnreachable } from '../ports';
import {
  allow,
  asAda,
  authorizing,
  closeAuthorizing,
  FUNCTION,
  policy,
  REQUEST,
  TOKEN,
} from '../testing/authorizing';
import { createTestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import { TestFunctions } from '../testing/TestFunctions';

/* What Lambda authorizers said, and when they say nothing: reliability.md B23, F17. */
afterEach(closeAuthorizing);

describe('the cache of results', () => {
  const cached = { ...TOKEN, authorizerResultTtlInSeconds: 300 };

  test('a policy is kept for its time, and asked anew about every method', async () => {
    const own = { ...allow, policyDocument: policy('Allow', '*/GET/a') };
    const { call, functions, clock } = await authorizing(cached, () => own);
    const statuses = [
      (await call('/a', asAda)).status,
      (await call('/a', asAda)).status,
      (await call('/b/1', asAda)).status,
    ];
    expect([statuses, functions.calls.length]).toEqual([[200, 200, 403], 1]);
    clock.advance(300_001);
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test('no refusal and no failure is kept', async () => {
    let count = 0;
    const { call } = await authorizing(cached, () => {
      count += 1;
      if (count === 1) throw new Error('Unauthorized');
      return count === 2 ? {} : allow;
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await call('/a', asAda)).status);
    expect(statuses).toEqual([401, 500, 200]);
  });

  test('0 s keeps nothing', async () => {
    const { call, functions } = await authorizing(TOKEN, () => allow);
    await call('/a', asAda);
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test('calls at once share one invocation', async () => {
    const { call, functions } = await authorizing(cached, () => allow);
    await Promise.all(Array.from({ length: 20 }, () => call('/a', asAda)));
    expect(functions.calls.length).toBe(1);
  });

  test('a flush empties it', async () => {
    const { call, functions, gateway: engine } = await authorizing(cached, () => allow);
    await call('/a', asAda);
    engine.flushAuthorizers('api1/prod');
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test.each<[rule: string, first: [string, string], second: [string, string]]>([
    ['delimiters', ['a,b', 'c'], ['a', 'b,c']],
    ['quotes', ['a","b', 'c'], ['a', 'b","c']],
    ['order', ['a', 'b'], ['b', 'a']],
    ['case', ['Ada', 'x'], ['ada', 'x']],
  ])('B23: identities that differ by %s share nothing', async (_rule, first, second) => {
    const { call, functions } = await authorizing(
      { ...REQUEST, authorizerResultTtlInSeconds: 300 },
      () => allow,
    );
    for (const [user, team] of [first, second])
      await call(`/a?team=${encodeURIComponent(team)}`, { headers: { 'X-User': user } });
    expect(functions.calls.length).toBe(2);
  });

  test('B23: without an identity nothing is kept: all callers would share one grant', async () => {
    const nobody = { ...REQUEST, identitySource: '', authorizerResultTtlInSeconds: 300 };
    const { call, functions } = await authorizing(nobody, () => allow);
    await call('/a', { headers: { 'X-User': 'ada' } });
    await call('/a', { headers: { 'X-User': 'bob' } });
    expect(functions.calls.length).toBe(2);
  });

  test('B23: what one stage, one API and one authorizer were told is no other’s', async () => {
    const functions = new TestFunctions({ [FUNCTION]: () => allow });
    const guarded = (authorizerId: string) =>
      method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId });
    const authorizers = [cached, { ...cached, id: 'auth2', name: 'second' }];
    const resources = { '/a': [guarded('auth1')], '/b': [guarded('auth2')] };
    const own = deployment(resources, { authorizers });
    const engine = await createTestGateway(
      snapshot({
        deployments: [own, { ...own, restApiId: 'api2', deploymentId: 'dep2' }],
        stages: [stage(), stage({ stageName: 'dev' }), stage({ restApiId: 'api2', deploymentId: 'dep2' })],
      }),
      { functions },
    );
    const told: number[] = [];
    for (const [path, where] of [
      ['/a', {}],
      ['/a', {}],
      ['/b', {}],
      ['/a', { stage: 'dev' }],
      ['/a', { api: 'api2' }],
    ] as const) {
      expect((await engine.call(path, { ...asAda, ...where })).status).toBe(200);
      told.push(functions.calls.length);
    }
    expect(told).toEqual([1, 1, 2, 3, 4]);
    await engine.close();
  });

  test('B23: what one version of an authorizer granted is not the next one’s word', async () => {
    const engine = await authorizing(cached, () => allow);
    await engine.call('/a', asAda);
    const closed = method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId: 'auth1' });
    const next = deployment(
      { '/a': [closed] },
      { deploymentId: 'dep2', authorizers: [{ ...cached, name: 'next' }] },
    );
    engine.gateway.apply(
      snapshot({ revision: 2, deployments: [next], stages: [stage({ deploymentId: 'dep2' })] }),
    );
    expect((await engine.call('/a', asAda)).status).toBe(200);
    expect(engine.functions.calls.length).toBe(2);
  });

  test('F17: what was granted goes on while the function is away, until its time', async () => {
    let works = true;
    const { call, clock } = await authorizing(cached, () => {
      if (!works) throw new Error('away');
      return allow;
    });
    await call('/a', asAda);
    works = false;
    expect((await call('/a', asAda)).status).toBe(200);
    clock.advance(300_001);
    expect((await call('/a', asAda)).status).toBe(500);
  });
});

describe('F17: closed, never open', () => {
  test.each<[rule: string, invoke: TestFunctions['invoke'], errorType: string]>([
    [
      'down',
      () => Promise.reject(new FunctionUnreachable('unreachable', 'nobody listens')),
      'AuthorizerFailureException',
    ],
    [
      'silent',
      () => Promise.reject(new FunctionUnreachable('timeout', 'no answer')),
      'AuthorizerFailureException',
    ],
    [
      'throttled',
      async () => ({ status: 429, payload: Buffer.from('{}') }),
      'AuthorizerConfigurationException',
    ],
    [
      'out of order',
      async () => ({ status: 500, payload: Buffer.from('') }),
      'AuthorizerConfigurationException',
    ],
    [
      '1 MB long',
      async () => ({
        status: 200,
        payload: Buffer.from(JSON.stringify({ ...allow, context: { a: 'x'.repeat(1_000_000) } })),
      }),
      'AuthorizerConfigurationException',
    ],
    [
      'deeper than a stack',
      async () => ({ status: 200, payload: Buffer.from('['.repeat(8_000)) }),
      'AuthorizerConfigurationException',
    ],
  ])('%s: 500', async (_rule, invoke, errorType) => {
    const engine = await authorizing(TOKEN, () => allow);
    engine.functions.invoke = invoke;
    const answer = await engine.call('/a', asAda);
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([500, errorType]);
  });

  test('slow: it is given 10 s, and not more', async () => {
    const { call, functions } = await authorizing(TOKEN, () => allow);
    await call('/a', asAda);
    expect(functions.calls[0]?.timeoutInMillis).toBe(10_000);
  });

  test('an error nobody foresaw is no grant', async () => {
    const engine = await authorizing(TOKEN, () => allow);
    engine.functions.invoke = () => Promise.reject(new Error('a bug'));
    expect((await engine.call('/a', asAda)).status).toBe(500);
  });
});
