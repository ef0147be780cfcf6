import { afterEach, describe, expect, test } from 'vitest';
import type { CachingDocument, IntegrationDocument, MethodDocument, StageDocument } from '../snapshot/types';
import { type BackendRequest, createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';

/* Reference section 13, caching; reliability.md B22. */
let gateway: TestGateway | undefined;
let backend: TestBackend | undefined;
afterEach(() => Promise.all([gateway?.close(), backend?.close()]));

const caching: CachingDocument = {
  cachingEnabled: true,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: false,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};
const MEGABYTES = 1024 * 1024;

interface Setting {
  /** of `/things`, an HTTP_PROXY unless it says otherwise */
  integration?: Partial<IntegrationDocument>;
  method?: Partial<MethodDocument>;
  verb?: string;
  stage?: Partial<StageDocument>;
  answer?: (
    request: BackendRequest,
    count: number,
  ) => { headers?: Record<string, string>; body?: string; status?: number };
}

/** A backend that counts what it is asked, behind a stage with a cache. */
async function start(setting: Setting = {}): Promise<TestGateway> {
  let count = 0;
  backend = await createBackend((request, response) => {
    count += 1;
    const { headers, body, status } = setting.answer?.(request, count) ?? {};
    response.writeHead(status ?? 200, { 'Content-Type': 'text/plain', ...headers });
    response.end(body ?? `answer ${count}`);
  });
  const proxy = (path: string) =>
    integration({
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: `${backend?.url}${path}`,
      ...setting.integration,
    });
  const verb = setting.verb ?? 'GET';
  gateway = await createTestGateway(
    snapshot({
      deployments: [
        deployment({
          '/things': [method(verb, proxy('/things'), setting.method)],
          '/things/{id}': [method('GET', proxy('/things/{id}'), setting.method)],
          '/others': [method('GET', proxy('/others'), setting.method)],
        }),
      ],
      stages: [stage({ cacheBytes: 10 * MEGABYTES, caching, ...setting.stage })],
    }),
  );
  return gateway;
}

/** A promise and what resolves it. */
function signal(): [promise: Promise<void>, resolve: () => void] {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return [promise, resolve];
}

const asked = () => backend?.requests.length;

test('the second call is answered without the backend: same body and headers, own request id', async () => {
  const { call, recorder } = await start({ answer: () => ({ headers: { 'X-Colour': 'red' } }) });
  const [first, second] = [await call('/things'), await call('/things')];
  expect([first.body, second.body, asked()]).toEqual(['answer 1', 'answer 1', 1]);
  expect(second.headers).toMatchObject({ 'x-colour': 'red', 'content-type': 'text/plain' });
  expect(second.headers['x-amzn-requestid']).not.toBe(first.headers['x-amzn-requestid']);
  const [miss, hit] = await recorder.recorded(2);
  expect([miss?.cache, hit?.cache]).toEqual(['miss', 'hit']);
  expect([typeof miss?.integrationLatency, hit?.integrationLatency]).toEqual(['number', undefined]);
});

test.each<{ rule: string; setting: Setting; calls: number }>([
  { rule: 'no cache on the stage', setting: { stage: { cacheBytes: 0 } }, calls: 2 },
  {
    rule: 'caching is off by default',
    setting: { stage: { caching: { ...caching, cachingEnabled: false } } },
    calls: 2,
  },
  {
    rule: 'a time to live of 0 caches nothing',
    setting: { stage: { caching: { ...caching, cacheTtlInSeconds: 0 } } },
    calls: 2,
  },
  {
    rule: "a method's own setting wins: off",
    setting: { stage: { methodCaching: { '/things/GET': { ...caching, cachingEnabled: false } } } },
    calls: 2,
  },
  {
    rule: "a method's own setting wins: on",
    setting: {
      stage: {
        caching: { ...caching, cachingEnabled: false },
        methodCaching: { '/things/GET': caching },
      },
    },
    calls: 1,
  },
  {
    rule: 'an answer that streams is not cached',
    setting: { integration: { responseTransferMode: 'STREAM' } },
    calls: 2,
  },
])('$rule: $calls calls to the backend for two', async ({ setting, calls }) => {
  const { call } = await start(setting);
  await call('/things');
  await call('/things');
  expect(asked()).toBe(calls);
});

test.each<{ rule: string; verb: string; methodCaching: Record<string, CachingDocument>; calls: number }>([
  { rule: 'the default covers GET alone', verb: 'POST', methodCaching: {}, calls: 2 },
  {
    rule: 'another verb by its own setting',
    verb: 'POST',
    methodCaching: { '/things/POST': caching },
    calls: 1,
  },
])('$rule', async ({ verb, methodCaching, calls }) => {
  const { call } = await start({ verb, stage: { methodCaching } });
  await call('/things', { method: verb, body: 'a' });
  await call('/things', { method: verb, body: 'a' });
  expect(asked()).toBe(calls);
});

test('an entry ends with its time to live', async () => {
  const { call, clock } = await start();
  await call('/things');
  clock.advance(299_000);
  expect((await call('/things')).body).toBe('answer 1');
  clock.advance(1_001);
  expect((await call('/things')).body).toBe('answer 2');
});

describe('the key', () => {
  test.each<{
    rule: string;
    keys: string[];
    paths: [string, string];
    calls: number;
    map?: Record<string, string>;
  }>([
    {
      rule: 'a path parameter that is no key is ignored',
      keys: [],
      paths: ['/things/1', '/things/2'],
      calls: 1,
    },
    {
      rule: 'a path parameter that is a key',
      keys: ['method.request.path.id'],
      paths: ['/things/1', '/things/2'],
      calls: 2,
    },
    { rule: 'a query that is no key is ignored', keys: [], paths: ['/things?a=1', '/things?a=2'], calls: 1 },
    {
      rule: 'a query that is a key',
      keys: ['method.request.querystring.a'],
      paths: ['/things?a=1', '/things?a=2'],
      calls: 2,
    },
    {
      rule: 'every value of a query counts, not only the last',
      keys: ['method.request.querystring.a'],
      paths: ['/things?a=1&a=9', '/things?a=2&a=9'],
      calls: 2,
    },
    {
      rule: 'an integration parameter counts by what it is mapped from',
      keys: ['integration.request.querystring.q'],
      map: { 'integration.request.querystring.q': 'method.request.querystring.a' },
      paths: ['/things?a=1', '/things?a=2'],
      calls: 2,
    },
    {
      rule: 'an integration parameter that nothing is mapped to never varies',
      keys: ['integration.request.querystring.q'],
      paths: ['/things?q=1', '/things?q=2'],
      calls: 1,
    },
    {
      rule: 'delimiters in values: one value is not two',
      keys: ['method.request.querystring.a', 'method.request.querystring.b'],
      paths: ['/things?a=1%22%2C%222&b=', '/things?a=1&b=2'],
      calls: 2,
    },
    {
      rule: 'a value is not that of its neighbour',
      keys: ['method.request.querystring.a', 'method.request.querystring.b'],
      paths: ['/things?a=1', '/things?b=1'],
      calls: 2,
    },
    { rule: 'resources have namespaces of their own', keys: [], paths: ['/things', '/others'], calls: 2 },
  ])('$rule', async ({ keys, paths, calls, map = {} }) => {
    const { call } = await start({ integration: { cacheKeyParameters: keys, requestParameters: map } });
    for (const path of paths) await call(path);
    expect(asked()).toBe(calls);
  });

  test('a namespace is shared by the resources that name it', async () => {
    const { call } = await start({ integration: { cacheNamespace: 'both' } });
    await call('/things');
    expect((await call('/others')).body).toBe('answer 1');
  });

  test('a header that is a key counts in any case, as the backend reads it', async () => {
    const cacheKeyParameters = ['method.request.header.X-User'];
    const { call } = await start({ integration: { cacheKeyParameters } });
    const bodies: string[] = [];
    for (const [name, user] of [['X-User', 'a'] as const, ['x-user', 'b'] as const, ['X-USER', 'a'] as const])
      bodies.push((await call('/things', { headers: { [name]: user } })).body);
    expect(bodies).toEqual(['answer 1', 'answer 2', 'answer 1']);
  });

  test('a HEAD never answers a GET', async () => {
    const { call } = await start({ verb: 'ANY', stage: { methodCaching: { '/things/ANY': caching } } });
    await call('/things', { method: 'HEAD' });
    expect((await call('/things')).body).toBe('answer 2');
  });

  test('a new deployment begins with an empty cache', async () => {
    const { call, gateway: engine } = await start();
    await call('/things');
    const proxy = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: `${backend?.url}/things` });
    const next = deployment({ '/things': [method('GET', proxy)] }, { deploymentId: 'dep2' });
    const stages = [stage({ cacheBytes: MEGABYTES, caching, deploymentId: 'dep2' })];
    engine.apply(snapshot({ revision: 2, deployments: [next], stages }));
    expect((await call('/things')).body).toBe('answer 2');
  });
});

describe('B22: what is not another caller’s is not stored', () => {
  test.each<{
    rule: string;
    headers?: Record<string, string>;
    status?: number;
    request?: Record<string, string>;
    calls: number;
  }>([
    { rule: 'private', headers: { 'Cache-Control': 'max-age=9, private' }, calls: 2 },
    { rule: 'no-store', headers: { 'Cache-Control': 'No-Store' }, calls: 2 },
    { rule: 'Set-Cookie', headers: { 'Set-Cookie': 'session=1' }, calls: 2 },
    { rule: 'Vary: *', headers: { Vary: '*' }, calls: 2 },
    { rule: 'Vary by what is no key', headers: { Vary: 'Accept-Language' }, calls: 2 },
    { rule: 'Vary by Accept-Encoding alone', headers: { Vary: 'accept-encoding' }, calls: 1 },
    { rule: 'Vary by a key', headers: { Vary: 'X-User' }, calls: 1 },
    { rule: 'Authorization that the backend checks', request: { Authorization: 'Bearer a' }, calls: 2 },
    {
      rule: 'Authorization where the backend says public',
      request: { Authorization: 'Bearer a' },
      headers: { 'Cache-Control': 'public' },
      calls: 1,
    },
    { rule: 'a failure of the backend', status: 500, calls: 2 },
    { rule: 'not found', status: 404, calls: 2 },
    { rule: 'a redirect', status: 302, headers: { Location: '/' }, calls: 2 },
    { rule: 'part of a body', status: 206, calls: 2 },
    { rule: 'AWS: max-age of the backend is not asked', headers: { 'Cache-Control': 'max-age=0' }, calls: 1 },
  ])('$rule', async ({ headers, status, request, calls }) => {
    const { call } = await start({
      answer: () => ({ ...(headers && { headers }), ...(status && { status }) }),
      integration: { cacheKeyParameters: ['method.request.header.X-User'] },
    });
    await call('/things', { ...(request && { headers: request }) });
    await call('/things');
    expect(asked()).toBe(calls);
  });

  test.each([
    { rule: '1 MiB is stored', size: 1_048_576, calls: 1 },
    { rule: '1 MiB and a byte is not', size: 1_048_577, calls: 2 },
  ])('$rule, and comes whole', async ({ size, calls }) => {
    const { call } = await start({ answer: () => ({ body: 'x'.repeat(size) }) });
    const lengths = [(await call('/things')).bytes.length, (await call('/things')).bytes.length];
    expect([lengths, asked()]).toEqual([[size, size], calls]);
  });

  test('10,000 mixed calls of two users: none gets the other’s answer', async () => {
    const { call } = await start({
      integration: { cacheKeyParameters: ['method.request.header.X-User', 'method.request.querystring.a'] },
      answer: ({ headers, url }) => ({ body: `${headers['x-user']} ${url}` }),
    });
    const foreign: string[] = [];
    const one = async (number: number) => {
      const user = number % 2 ? 'ada' : 'bob';
      const path = `/things?a=${number % 50}`;
      const { body } = await call(path, { headers: { [number % 3 ? 'X-User' : 'x-user']: user } });
      if (body !== `${user} ${path}`) foreign.push(body);
    };
    for (let begin = 0; begin < 10_000; begin += 50)
      await Promise.all(Array.from({ length: 50 }, (_, index) => one(begin + index)));
    expect(foreign).toEqual([]);
    expect(asked()).toBeLessThan(5_000);
  });
});

describe('Cache-Control: max-age=0', () => {
  const strict = { ...caching, requireAuthorizationForCacheControl: true };
  const stale = { headers: { 'Cache-Control': 'max-age=0' } };

  test('fetches anew and replaces the entry where anybody may', async () => {
    const { call } = await start();
    await call('/things');
    expect((await call('/things', stale)).body).toBe('answer 2');
    expect((await call('/things')).body).toBe('answer 2');
  });

  test.each([
    ['FAIL_WITH_403', 403, '{"Message":"User is not authorized to access this resource"}', undefined],
    [
      'SUCCEED_WITH_RESPONSE_HEADER',
      200,
      'answer 1',
      '199 - "Cache-Control was ignored: not authorized to invalidate the cache"',
    ],
    ['SUCCEED_WITHOUT_RESPONSE_HEADER', 200, 'answer 1', undefined],
  ] as const)('by a stranger, %s', async (unauthorizedCacheControlHeaderStrategy, status, body, warning) => {
    const { call } = await start({
      stage: { caching: { ...strict, unauthorizedCacheControlHeaderStrategy } },
    });
    await call('/things');
    const answer = await call('/things', stale);
    expect([answer.status, answer.body, answer.headers.warning]).toEqual([status, body, warning]);
    expect((await call('/things')).body).toBe('answer 1');
  });

  test.each(['max-age=00', 'no-transform, max-age = 0', 'MAX-AGE=0'])('spelled %s', async (value) => {
    const { call } = await start();
    await call('/things');
    expect((await call('/things', { headers: { 'Cache-Control': value } })).body).toBe('answer 2');
  });

  test.each(['max-age=1', 'no-cache', 'max-age=01', 's-max-age=0'])('%s is no such wish', async (value) => {
    const { call } = await start();
    await call('/things');
    expect((await call('/things', { headers: { 'Cache-Control': value } })).body).toBe('answer 1');
  });
});

test('a flush empties the stage’s cache, also of an answer that is on its way', async () => {
  const [arrived, arrive] = signal();
  const [released, release] = signal();
  let count = 0;
  backend = await createBackend((_request, response) => {
    count += 1;
    const body = `answer ${count}`;
    if (count > 1) return response.end(body);
    arrive();
    void released.then(() => response.end(body));
  });
  const proxy = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [method('GET', proxy)] })],
      stages: [stage({ cacheBytes: MEGABYTES, caching })],
    }),
  );
  const { call, cache, clock } = gateway;
  const onItsWay = call('/');
  await arrived;
  cache.flush('api1/prod');
  release();
  expect((await onItsWay).body).toBe('answer 1');
  // Times are whole milliseconds: a call of the flush's own counts as before it.
  clock.advance(1);
  expect([(await call('/')).body, (await call('/')).body]).toEqual(['answer 2', 'answer 2']);
  expect(cache.size()).toBeGreaterThan(0);
  cache.flush('api1/prod');
  expect(cache.size()).toBe(0);
});

test('mapped answers are cached after their mapping', async () => {
  const responseTemplates = { 'application/json': '{"seen":"$input.body"}' };
  const { call } = await start({
    integration: {
      type: 'HTTP',
      httpMethod: 'GET',
      integrationResponses: { 200: integrationResponse({ responseTemplates }) },
    },
  });
  const first = await call('/things');
  const second = await call('/things');
  expect([first.body, second.body]).toEqual(['{"seen":"answer 1"}', '{"seen":"answer 1"}']);
  const traces = [first, second].map(({ headers }) => headers['x-amzn-trace-id']);
  expect(new Set(traces).size).toBe(2);
});
