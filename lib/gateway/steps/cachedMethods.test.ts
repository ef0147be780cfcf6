import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CachingDocument, StageDocument } from '../snapshot/types';
import { type Around, type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* Reference section 13, caching: which methods a stage's cache covers, for how long, and whose a Warning is. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
beforeEach(() => {
  bench.backend.requests.length = 0;
  bench.answer((_, response) => response.end(`answer ${bench.backend.requests.length}`));
});
afterAll(() => bench.close());

const caching: CachingDocument = {
  cachingEnabled: true,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: false,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

function deploy(verb: string, stage: Partial<StageDocument>, around: Around = {}): void {
  bench.deploy(
    { type: 'HTTP_PROXY', httpMethod: 'ANY' },
    { verb, stage: { cacheBytes: 1_000_000, ...stage }, ...around },
  );
}

const ask = async (method: string, headers: Record<string, string> = {}, path = '/x/v') =>
  bench.gateway.call(path, { method, headers });

test.each<{
  rule: string;
  verb: string;
  stage: Partial<StageDocument>;
  first: string;
  second: string;
  calls: number;
}>([
  { rule: 'a GET under the default', verb: 'GET', stage: { caching }, first: 'GET', second: 'GET', calls: 1 },
  {
    rule: 'ANY is not GET, whatever is asked',
    verb: 'ANY',
    stage: { caching },
    first: 'GET',
    second: 'GET',
    calls: 2,
  },
  {
    rule: 'a POST under the default',
    verb: 'POST',
    stage: { caching },
    first: 'POST',
    second: 'POST',
    calls: 2,
  },
  {
    rule: 'ANY by its own setting',
    verb: 'ANY',
    stage: { methodCaching: { '/x/{p}/ANY': caching } },
    first: 'GET',
    second: 'GET',
    calls: 1,
  },
  {
    rule: 'ANY by its own setting keeps its verbs apart',
    verb: 'ANY',
    stage: { methodCaching: { '/x/{p}/ANY': caching } },
    first: 'GET',
    second: 'PUT',
    calls: 2,
  },
  {
    rule: 'the setting of another method',
    verb: 'GET',
    stage: { methodCaching: { '/y/GET': caching } },
    first: 'GET',
    second: 'GET',
    calls: 2,
  },
])('$rule: $calls calls to the backend', async ({ verb, stage, first, second, calls }) => {
  deploy(verb, stage);
  await ask(first);
  await ask(second);
  expect(bench.backend.requests).toHaveLength(calls);
});

test.each([
  { rule: 'the root as AWS writes it', key: '//GET' },
  { rule: 'the root with one slash', key: '/GET' },
])('the setting of $rule', async ({ key }) => {
  deploy('GET', { methodCaching: { [key]: caching } }, { resource: '/' });
  await ask('GET', {}, '/');
  await ask('GET', {}, '/');
  expect(bench.backend.requests).toHaveLength(1);
});

test('a HEAD by X-HTTP-Method-Override never answers a GET', async () => {
  deploy('ANY', { methodCaching: { '/x/{p}/ANY': caching } });
  await ask('GET', { 'X-HTTP-Method-Override': 'HEAD' });
  expect((await ask('GET')).body).toBe('answer 2');
});

test('a method’s own time to live', async () => {
  deploy('GET', { caching, methodCaching: { '/x/{p}/GET': { ...caching, cacheTtlInSeconds: 10 } } });
  await ask('GET');
  bench.gateway.clock.advance(9_000);
  expect((await ask('GET')).body).toBe('answer 1');
  bench.gateway.clock.advance(1_001);
  expect((await ask('GET')).body).toBe('answer 2');
});

test('the Warning is for its caller alone: it is not stored', async () => {
  deploy('GET', { caching: { ...caching, requireAuthorizationForCacheControl: true } });
  const ignored = await ask('GET', { 'Cache-Control': 'max-age=0' });
  expect(ignored.headers.warning).toMatch(/^199 - "[^"\r\n]+"$/);
  const { body, headers } = await ask('GET');
  expect([body, headers.warning]).toEqual(['answer 1', undefined]);
});
