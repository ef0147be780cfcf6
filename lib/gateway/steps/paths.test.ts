import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';

/* Reference section 3: paths and queries as routes, templates, $context and backends see them. */
let gateway: TestGateway;
let backend: TestBackend;

const printing = (template: string) =>
  integration({
    integrationResponses: {
      200: integrationResponse({ responseTemplates: { 'application/json': template } }),
    },
  });
const seen = printing(
  "$context.resourcePath $context.path [$!input.params().path.get('proxy')$!input.params().path.get('id')]",
);

beforeAll(async () => {
  backend = await createBackend((_, response) => response.end());
  const proxy = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: `${backend.url}/to/{proxy}`,
    requestParameters: { 'integration.request.path.proxy': 'method.request.path.proxy' },
  });
  const deployments = [
    deployment({
      '/pets': [method('GET', seen)],
      '/pets/{id}': [method('GET', seen)],
      '/pets/{id}/toys': [method('GET', seen)],
      '/pets/new': [method('GET', seen)],
      '/Case': [method('GET', seen)],
      '/{proxy+}': [method('GET', seen), method('POST', proxy)],
    }),
    deployment(
      {
        '/': [method('GET', seen)],
        '/q': [method('GET', printing("[$input.params('a')][$input.params('b')]"))],
      },
      { restApiId: 'api2' },
    ),
  ];
  const stages = [stage(), stage({ restApiId: 'api2' })];
  gateway = await createTestGateway(snapshot({ deployments, stages }));
});
afterAll(() => Promise.all([gateway.close(), backend.close()]));

test.each<[rule: string, path: string, answer: string]>([
  ['a literal segment before a parameter', '/pets/new', '/pets/new /prod/pets/new []'],
  ['a parameter', '/pets/7', '/pets/{id} /prod/pets/7 [7]'],
  ['a deeper literal', '/pets/7/toys', '/pets/{id}/toys /prod/pets/7/toys [7]'],
  ['greedy, one segment', '/a', '/{proxy+} /prod/a [a]'],
  ['greedy, several', '/a/b/c', '/{proxy+} /prod/a/b/c [a/b/c]'],
  ['a trailing slash does not count, and is kept in the path', '/pets/', '/pets /prod/pets/ []'],
  ['nor behind a parameter', '/pets/7/', '/pets/{id} /prod/pets/7/ [7]'],
  ['and is dropped from a greedy value', '/a/b/', '/{proxy+} /prod/a/b/ [a/b]'],
  ['a double slash in a greedy value is kept', '/a//b', '/{proxy+} /prod/a//b [a//b]'],
  ['a leading double slash is collapsed for routes, kept in $context.path', '//pets', '/pets /prod//pets []'],
  ['and for a greedy value', '///a', '/{proxy+} /prod///a [a]'],
  ['a value is never decoded', '/pets/%2B%41%20', '/pets/{id} /prod/pets/%2B%41%20 [%2B%41%20]'],
  ['an encoded slash parts nothing', '/pets/a%2Fb', '/pets/{id} /prod/pets/a%2Fb [a%2Fb]'],
  ['a plus is a plus', '/pets/a+b', '/pets/{id} /prod/pets/a+b [a+b]'],
  [
    'characters of RFC 3986',
    "/pets/-._~!$&'()*+,;=:@",
    "/pets/{id} /prod/pets/-._~!$&'()*+,;=:@ [-._~!$&'()*+,;=:@]",
  ],
  [
    'back to greedy where literals lead nowhere',
    '/pets/7/nothing',
    '/{proxy+} /prod/pets/7/nothing [pets/7/nothing]',
  ],
  [
    'a double slash is a segment, and no parameter is empty',
    '/pets//toys',
    '/{proxy+} /prod/pets//toys [pets//toys]',
  ],
  ['case counts', '/case', '/{proxy+} /prod/case [case]'],
  ['case counts, the literal', '/Case', '/Case /prod/Case []'],
])('%s: %s', async (_rule, path, answer) => {
  const { status, body } = await gateway.call(path);
  expect([status, body]).toEqual([200, answer]);
});

test('slashes before the stage count as one, in $context.path too', async () => {
  const { status, body } = await gateway.call('//prod/a//b', { stage: '' });
  expect([status, body]).toEqual([200, '/{proxy+} /prod/a//b [a//b]']);
});

test.each<[rule: string, path: string, api: string]>([
  ['greedy does not match the root', '', 'api1'],
  ['nor the root with its slash', '/', 'api1'],
  ['nor two of them', '//', 'api1'],
  ['deeper than any resource', '/q/deeper', 'api2'],
])('%s: 403', async (_rule, path, api) => {
  const { status, body } = await gateway.call(path, { api });
  expect([status, body]).toEqual([403, '{"message":"Missing Authentication Token"}']);
});

test.each(['', '/', '//'])('the root as %j', async (path) => {
  expect((await gateway.call(path, { api: 'api2' })).body).toBe(`/ /prod${path} []`);
});

test.each([
  ['/a/b', '/to/a/b'],
  ['/a/b/', '/to/a/b'],
  ['/a//b', '/to/a//b'],
  ['//a', '/to/a'],
  ['/a%2Fb%20c', '/to/a%2Fb%20c'],
  ['/a?b=1', '/to/a?b=1'],
])('HTTP_PROXY of %s asks for %s', async (path, url) => {
  backend.requests.length = 0;
  await gateway.call(path, { method: 'POST' });
  expect(backend.requests[0]?.url).toBe(url);
});

describe('query', () => {
  test.each<[rule: string, query: string, body: string]>([
    ['the last of several', 'a=1&a=2', '[2][]'],
    ['; parts', 'a=1;b=2', '[1][2]'],
    ['; and & mixed', 'a=1;a=2&b=3', '[2][3]'],
    ['an encoded ; does not', 'a=1%3Bb=2', '[1;b=2][]'],
    ['+ is a blank', 'a=x+y', '[x y][]'],
    ['an encoded + is a plus', 'a=x%2By', '[x+y][]'],
    ['percent escapes', 'a=%C3%A9%20%26', '[é &][]'],
    ['names are decoded', '%61=1', '[1][]'],
    ['names by case', 'A=1', '[][]'],
    ['no value', 'a', '[][]'],
    ['an empty value', 'a=', '[][]'],
    ['= in a value', 'a=b=c', '[b=c][]'],
    ['empty pairs', '&&a=1&&;', '[1][]'],
    ['no name', '=x&a=1', '[1][]'],
    ['names of the prototype', '__proto__=x&constructor=y&a=1', '[1][]'],
    ['brackets', 'a=[1]&b[]=2', '[[1]][]'],
    ['a second ?', 'a=1?b=2', '[1?b=2][]'],
  ])('%s: %s', async (_rule, query, body) => {
    expect((await gateway.call(`/q?${query}`, { api: 'api2' })).body).toBe(body);
  });

  test.each(['|', '{', '}', '"', '<', '\\'])('%s must be encoded', async (character) => {
    expect((await gateway.call(`/q?a=${character}`, { api: 'api2' })).status).toBe(400);
    const encoded = encodeURIComponent(character);
    expect((await gateway.call(`/q?a=${encoded}`, { api: 'api2' })).body).toBe(`[${character}][]`);
  });
});
