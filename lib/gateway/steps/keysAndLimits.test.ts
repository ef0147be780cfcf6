import { afterEach, expect, test } from 'vitest';
import type { CounterStore } from '../ports';
import type { Snapshot, Throttle } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { apiKey, deployment, integration, method, snapshot, stage, usagePlan } from '../testing/documents';

let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const resources = deployment({
  '/': [method('GET', integration(), { apiKeyRequired: true })],
  '/open': [method('GET', integration())],
  '/keyed': [method('GET', integration(), { apiKeyRequired: true })],
  '/other': [method('GET', integration(), { apiKeyRequired: true })],
});

const burst = (burstLimit: number): Throttle => ({ rateLimit: 0, burstLimit });

async function start(part: Partial<Snapshot>): Promise<TestGateway> {
  gateway = await createTestGateway(snapshot({ deployments: [resources], ...part }));
  return gateway;
}

const HOUR = 3_600_000;
const keys = [
  apiKey('good'),
  apiKey('disabled', { enabled: false }),
  apiKey('expired', { expiresAt: Date.now() - 1 }),
  apiKey('rotating', { expiresAt: Date.now() + HOUR }),
  apiKey('elsewhere', { usagePlanIds: ['plan2'] }),
  apiKey('planless', { usagePlanIds: [] }),
  apiKey('gone-plan', { usagePlanIds: ['nope'] }),
];
const plans = [usagePlan(), usagePlan({ id: 'plan2', apiStages: { 'api1:dev': {} } })];

test.each<{ rule: string; headers: Record<string, string> }>([
  { rule: 'no key', headers: {} },
  { rule: 'an empty key', headers: { 'x-api-key': '' } },
  { rule: 'an unknown key', headers: { 'x-api-key': 'nobody' } },
  { rule: 'one character off', headers: { 'x-api-key': 'goo' } },
  { rule: 'a disabled key', headers: { 'x-api-key': 'disabled' } },
  { rule: 'an expired key', headers: { 'x-api-key': 'expired' } },
  { rule: 'a key of another stage', headers: { 'x-api-key': 'elsewhere' } },
  { rule: 'a key in no plan', headers: { 'x-api-key': 'planless' } },
  { rule: 'a key in a plan that is gone', headers: { 'x-api-key': 'gone-plan' } },
])('$rule: 403 to the byte', async ({ headers }) => {
  const { call } = await start({ usagePlans: plans, apiKeys: keys });
  const answer = await call('/keyed', { headers });
  expect([answer.status, answer.body]).toEqual([403, '{"message":"Forbidden"}']);
  expect(answer.headers['x-amzn-errortype']).toBe('ForbiddenException');
  expect(answer.headers['content-type']).toBe('application/json');
});

test.each([
  'good',
  'rotating',
])('key %s of a plan with this stage passes, the header in any case', async (key) => {
  const { call, recorder } = await start({ usagePlans: plans, apiKeys: keys });
  expect((await call('/keyed', { headers: { 'X-API-Key': key } })).status).toBe(200);
  const [record] = await recorder.recorded(1);
  expect(record).toMatchObject({ apiKeyId: key, usagePlanId: 'plan1', quotaCounted: false, status: 200 });
});

test('keys with one quota owner share its quota; another key has its own', async () => {
  const quota = { limit: 3, offset: 0, period: 'DAY' } as const;
  const owned = [
    apiKey('old', { quotaOwnerId: 'app' }),
    apiKey('new', { quotaOwnerId: 'app' }),
    apiKey('own'),
  ];
  const { call, recorder } = await start({ usagePlans: [usagePlan({ quota })], apiKeys: owned });
  const statuses = async (...sent: string[]) => {
    const found: number[] = [];
    for (const key of sent) found.push((await call('/keyed', { headers: { 'x-api-key': key } })).status);
    return found;
  };
  expect(await statuses('old', 'new', 'old', 'new', 'old')).toEqual([200, 200, 200, 429, 429]);
  expect(await statuses('own', 'own', 'own', 'own')).toEqual([200, 200, 200, 429]);
  // Usage stays by key.
  const records = await recorder.recorded(9);
  expect(records.map((record) => record.apiKeyId).slice(0, 2)).toEqual(['old', 'new']);
});

test('a rotated key stops at its hour', async () => {
  const { call, clock } = await start({ usagePlans: plans, apiKeys: keys });
  clock.advance(HOUR + 1_000);
  expect((await call('/keyed', { headers: { 'x-api-key': 'rotating' } })).status).toBe(403);
});

test('a method that requires no key asks none and counts none', async () => {
  const limited = [usagePlan({ throttle: burst(0), quota: { limit: 0, offset: 0, period: 'DAY' } })];
  const { call, recorder } = await start({ usagePlans: limited, apiKeys: keys });
  expect((await call('/open', { headers: { 'x-api-key': 'disabled' } })).status).toBe(200);
  const [record] = await recorder.recorded(1);
  expect(record?.apiKeyId).toBeUndefined();
});

const keyed = { headers: { 'x-api-key': 'good' } };
const account = { ...snapshot().account, throttle: burst(1) };

test.each<{ level: string; part: Partial<Snapshot>; refused: string }>([
  { level: 'plan', part: { usagePlans: [usagePlan({ throttle: burst(1) })] }, refused: 'plan' },
  {
    level: 'plan method',
    part: { usagePlans: [usagePlan({ apiStages: { 'api1:prod': { '/keyed/GET': burst(1) } } })] },
    refused: 'plan',
  },
  { level: 'stage default', part: { stages: [stage({ throttle: burst(1) })] }, refused: 'stage' },
  {
    level: 'method',
    part: { stages: [stage({ methodThrottles: { '/keyed/GET': burst(1) } })] },
    refused: 'stage',
  },
  { level: 'account', part: { account }, refused: 'account' },
])('throttle of the $level: the second call is 429 to the byte', async ({ part }) => {
  const { call, recorder } = await start({ usagePlans: [usagePlan()], apiKeys: keys, ...part });
  expect((await call('/keyed', keyed)).status).toBe(200);
  const answer = await call('/keyed', keyed);
  expect([answer.status, answer.body]).toEqual([429, '{"message":"Too Many Requests"}']);
  expect(answer.headers['x-amzn-errortype']).toBe('TooManyRequestsException');
  const records = await recorder.recorded(2);
  expect(records[1]).toMatchObject({ status: 429, responseType: 'THROTTLED', quotaCounted: false });
});

test.each<{ rule: string; part: Partial<Snapshot>; path: string; allowed: number }>([
  {
    rule: "the plan's entry for the method replaces the plan's throttle",
    part: {
      usagePlans: [usagePlan({ throttle: burst(1), apiStages: { 'api1:prod': { '/keyed/GET': burst(3) } } })],
    },
    path: '/keyed',
    allowed: 3,
  },
  {
    rule: "the method's setting replaces the stage's default",
    part: { stages: [stage({ throttle: burst(1), methodThrottles: { '/keyed/GET': burst(3) } })] },
    path: '/keyed',
    allowed: 3,
  },
  {
    rule: "a generous plan does not widen the stage's limit",
    part: { usagePlans: [usagePlan({ throttle: burst(9) })], stages: [stage({ throttle: burst(2) })] },
    path: '/keyed',
    allowed: 2,
  },
  {
    rule: 'the root method is named with one slash',
    part: { stages: [stage({ methodThrottles: { '/GET': burst(2) } })] },
    path: '/',
    allowed: 2,
  },
  {
    rule: 'or with two, as AWS writes it',
    part: { stages: [stage({ methodThrottles: { '//GET': burst(2) } })] },
    path: '/',
    allowed: 2,
  },
])('$rule', async ({ part, path, allowed }) => {
  const { call } = await start({ usagePlans: [usagePlan()], apiKeys: keys, ...part });
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await call(path, keyed)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(allowed);
});

test("the stage's default gives each method a bucket of its own", async () => {
  const { call } = await start({
    usagePlans: [usagePlan()],
    apiKeys: keys,
    stages: [stage({ throttle: burst(1) })],
  });
  expect((await call('/keyed', keyed)).status).toBe(200);
  expect((await call('/other', keyed)).status).toBe(200);
  expect((await call('/keyed', keyed)).status).toBe(429);
});

test('a plan refusal burns no token of stage and account', async () => {
  const { call, counters } = await start({
    usagePlans: [usagePlan({ throttle: burst(1) })],
    apiKeys: keys,
    stages: [stage({ throttle: burst(5) })],
    account: { ...account, throttle: burst(9) },
  });
  for (let count = 0; count < 4; count += 1) await call('/keyed', keyed);
  expect(counters.tokensLeft('stage:api1:prod:/keyed/GET')).toBe(4);
  expect(counters.tokensLeft('account')).toBe(8);
});

test('a plan counts over all its stages', async () => {
  const { call } = await start({
    usagePlans: [usagePlan({ throttle: burst(2), apiStages: { 'api1:prod': {}, 'api1:dev': {} } })],
    apiKeys: keys,
    stages: [stage(), stage({ stageName: 'dev' })],
  });
  expect((await call('/keyed', keyed)).status).toBe(200);
  expect((await call('/keyed', { ...keyed, stage: 'dev' })).status).toBe(200);
  expect((await call('/keyed', keyed)).status).toBe(429);
});

test('an empty bucket fills again with time', async () => {
  const { call, clock } = await start({
    usagePlans: [usagePlan({ throttle: { rateLimit: 1, burstLimit: 1 } })],
    apiKeys: keys,
  });
  expect((await call('/keyed', keyed)).status).toBe(200);
  clock.advance(1_000);
  expect((await call('/keyed', keyed)).status).toBe(200);
});

test('a quota that is used up: 429 to the byte until the next period', async () => {
  const { call, clock, recorder } = await start({
    usagePlans: [usagePlan({ quota: { limit: 2, offset: 0, period: 'DAY' } })],
    apiKeys: keys,
  });
  await call('/keyed', keyed);
  await call('/keyed', keyed);
  const answer = await call('/keyed', keyed);
  expect([answer.status, answer.body]).toEqual([429, '{"message":"Limit Exceeded"}']);
  expect(answer.headers['x-amzn-errortype']).toBe('LimitExceededException');
  const records = await recorder.recorded(3);
  expect(records.map(({ quotaCounted }) => quotaCounted)).toEqual([true, true, false]);
  clock.advance(24 * HOUR);
  expect((await call('/keyed', keyed)).status).toBe(200);
});

test('B24: 1,000 parallel calls against a burst of 100: exactly 100 pass', async () => {
  const { call } = await start({
    usagePlans: [usagePlan({ throttle: { rateLimit: 0.001, burstLimit: 100 } })],
    apiKeys: keys,
  });
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => call('/keyed', keyed)));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(200), count(429)]).toEqual([100, 900]);
});

test.each<{ rule: string; path: string; refused: string; other: string }>([
  { rule: 'a plan’s throttle is each key’s own', path: '/keyed', refused: 'good', other: 'rotating' },
  { rule: 'and over all methods of a key', path: '/other', refused: 'good', other: 'rotating' },
])('$rule', async ({ path, refused, other }) => {
  const { call } = await start({ usagePlans: [usagePlan({ throttle: burst(1) })], apiKeys: keys });
  const status = async (at: string, key: string) =>
    (await call(at, { headers: { 'x-api-key': key } })).status;
  expect(await status('/keyed', refused)).toBe(200);
  expect(await status(path, refused)).toBe(429);
  expect(await status(path, other)).toBe(200);
});

test('a plan’s entry for a method leaves the plan’s own bucket to the others', async () => {
  const apiStages = { 'api1:prod': { '/keyed/GET': burst(1) } };
  const { call } = await start({ usagePlans: [usagePlan({ throttle: burst(1), apiStages })], apiKeys: keys });
  const statuses: number[] = [];
  for (const path of ['/keyed', '/other', '/keyed', '/other'])
    statuses.push((await call(path, keyed)).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
});

test('the account’s throttle counts over all APIs and stages', async () => {
  const second = { ...resources, restApiId: 'api2' };
  const { call } = await start({
    account: { ...account, throttle: burst(2) },
    deployments: [resources, second],
    stages: [stage(), stage({ restApiId: 'api2' }), stage({ stageName: 'dev' })],
  });
  const statuses = [
    await call('/open'),
    await call('/open', { api: 'api2' }),
    await call('/open', { stage: 'dev' }),
  ];
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
});

test('a stage’s throttle is not its neighbour’s', async () => {
  const throttled = { throttle: burst(1) };
  const { call } = await start({ stages: [stage(throttled), stage({ stageName: 'dev', ...throttled })] });
  expect([(await call('/open')).status, (await call('/open')).status]).toEqual([200, 429]);
  expect((await call('/open', { stage: 'dev' })).status).toBe(200);
});

test('a burst may exceed the rate: all of it at once, then at the rate', async () => {
  const { call, clock } = await start({ stages: [stage({ throttle: { rateLimit: 2, burstLimit: 5 } })] });
  const passed = async () => {
    let count = 0;
    while ((await call('/open')).status === 200) count += 1;
    return count;
  };
  expect(await passed()).toBe(5);
  clock.advance(1_000);
  expect(await passed()).toBe(2);
  clock.advance(60_000);
  expect(await passed()).toBe(5);
});

test.each([
  { rule: 'the last of two keys counts, and it is good', sent: ['nobody', 'good'], status: 200 },
  { rule: 'the last of two keys counts, and it is none', sent: ['good', 'nobody'], status: 403 },
])('$rule', async ({ sent, status }) => {
  const { call } = await start({ usagePlans: plans, apiKeys: keys });
  expect((await call('/keyed', { headers: { 'x-api-key': sent } })).status).toBe(status);
});

test.each(['?x-api-key=good', '?apiKey=good'])('a key in the query is none: %s', async (query) => {
  const { call } = await start({ usagePlans: plans, apiKeys: keys });
  expect((await call(`/keyed${query}`)).status).toBe(403);
});

test.each<{ rule: string; counters: CounterStore }>([
  {
    rule: 'at once',
    counters: {
      takeTokens: () => {
        throw new Error('no counters');
      },
      takeQuota: () => {
        throw new Error('no counters');
      },
    },
  },
  {
    rule: 'later',
    counters: {
      takeTokens: () => Promise.reject(new Error('no counters')),
      takeQuota: () => Promise.reject(new Error('no counters')),
    },
  },
])('a usage plan that cannot be asked lets the call through and says so, $rule', async ({ counters }) => {
  const usagePlans = [usagePlan({ throttle: burst(0), quota: { limit: 0, offset: 0, period: 'DAY' } })];
  gateway = await createTestGateway(snapshot({ deployments: [resources], usagePlans, apiKeys: keys }), {
    counters,
  });
  expect((await gateway.call('/keyed', keyed)).status).toBe(200);
  expect(gateway.errors).toMatchObject([
    { message: 'Usage Plan check failed due to an internal error', detail: { usagePlanId: 'plan1' } },
    { message: 'Usage Plan check failed due to an internal error' },
  ]);
  expect((await gateway.recorder.recorded(1))[0]).toMatchObject({ status: 200, quotaCounted: false });
  expect((await gateway.call('/keyed', { headers: { 'x-api-key': 'nobody' } })).status).toBe(403);
});
