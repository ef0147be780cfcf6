import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DomainNameDocument, RoutingRuleDocument } from '../snapshot/types';
import {
  createTestGateway,
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
  type TestGateway,
} from '../testing';

/* The examples of https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules-examples.html */
const template = '$context.apiId $context.resourcePath $context.path $input.params("q")';
const says = integration({
  integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': template } }) },
});
const shop = ['/PetStoreShopper', '/PetStoreShopper/dogs', '/PetStoreShopper/cats'];
const paths = ['/', '/{proxy+}', '/dogs', ...shop];
const resources = Object.fromEntries(paths.map((path) => [path, [method('GET', says)]]));
const apis = ['api1', 'api2', 'api3', 'api4'];
const served = {
  deployments: apis.map((restApiId) => deployment(resources, { restApiId, deploymentId: `d${restApiId}` })),
  stages: apis.map((restApiId) => stage({ restApiId, deploymentId: `d${restApiId}` })),
};

type Condition = RoutingRuleDocument['conditions'][number];
const header = (name: string, valueGlob: string): Condition => ({
  matchHeaders: { anyOf: [{ header: name, valueGlob }] },
});
const path = (basePath: string): Condition => ({ matchBasePaths: { anyOf: [basePath] } });
const rule = (
  priority: number,
  restApiId: string,
  conditions: Condition[],
  stripBasePath = false,
): RoutingRuleDocument => ({
  routingRuleId: `r${priority}`,
  priority,
  conditions,
  restApiId,
  stageName: 'prod',
  stripBasePath,
});
const mapping = (basePath: string, restApiId: string) => ({ basePath, restApiId, stageName: 'prod' });
const shopper = [header('Accept', 'image/webp'), header('Pet', 'Dog-*'), path('PetStoreShopper')];
const only = (domainName: string, ...routingRules: RoutingRuleDocument[]): DomainNameDocument => ({
  domainName,
  routingMode: 'ROUTING_RULE_ONLY',
  basePathMappings: [mapping('', 'api4'), mapping('mapped', 'api4')],
  routingRules,
});

const domainNames: DomainNameDocument[] = [
  // Out of order: the priority decides, not the place in the list.
  only('one.example.com', rule(100, 'api3', []), rule(50, 'api2', shopper), rule(10, 'api1', [header('Hello', 'World')])), // biome-ignore format: one line
  {
    domainName: 'two.example.com',
    routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    basePathMappings: [mapping('refunds', 'api3'), mapping('', 'api4')],
    routingRules: [rule(1, 'api1', [path('pets')]), rule(5, 'api2', [header('Cookie', '*ux=beta*'), path('refunds')])], // biome-ignore format: one line
  },
  {
    domainName: 'three.example.com',
    routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
    basePathMappings: [mapping('PetStoreShopper', 'api3'), mapping('PetStoreShopper/cats', 'api4')],
    routingRules: [rule(10, 'api1', [header('Hello', 'World')]), rule(50, 'api2', shopper)],
  },
  only('*.example.com', rule(10, 'api1', [header('Host', 'A.example.com')]), rule(50, 'api2', [header('host', 'b.*')]), rule(500, 'api3', [])), // biome-ignore format: one line
  only('strip.example.com', rule(1, 'api1', [path('PetStoreShopper/cats')], true), rule(2, 'api1', [path('PetStoreShopper')], true)), // biome-ignore format: one line
  only('whole.example.com', rule(1, 'api1', [path('PetStoreShopper')])),
  only('catch.example.com', rule(1, 'api1', [], true)),
  only('glob.example.com', rule(1, 'api1', [header('x-start', 'a*')]), rule(2, 'api1', [header('x-end', '*a')]), rule(3, 'api1', [header('x-in', '*a*')]), rule(4, 'api1', [header('x-any', '*')]), rule(5, 'api1', [header('x-two', 'b*'), header('X-Two', '*a')]), rule(6, 'api1', [header('x-is', 'W.r?d')])), // biome-ignore format: one line
  only('gone.example.com', { ...rule(1, 'api1', []), stageName: 'none' }),
  {
    domainName: 'off.example.com',
    basePathMappings: [mapping('', 'api4')],
    routingRules: [rule(1, 'api1', [])],
  },
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway(snapshot({ ...served, domainNames }));
});
afterAll(() => gateway?.close());
const call = (host: string, target: string, headers: Record<string, string> = {}) =>
  gateway.call(target, { stage: '', headers: { Host: host, ...headers } });
const world = { Hello: 'World' };
const dog = { Pet: 'Dog-Bella', Accept: 'image/webp' };

test.each<[rule: string, host: string, target: string, headers: Record<string, string>, body: string]>([
  ['a header', 'one.example.com', '/', world, 'api1 / /'],
  ['the first that fits, by priority', 'one.example.com', '/PetStoreShopper', { ...world, ...dog }, 'api1 /PetStoreShopper /PetStoreShopper'], // biome-ignore format: one line
  ['headers and path', 'one.example.com', '/PetStoreShopper', dog, 'api2 /PetStoreShopper /PetStoreShopper'],
  ['all conditions must hold; none hold always', 'one.example.com', '/PetStoreShopper', { Pet: 'Dog-Bella' }, 'api3 /PetStoreShopper /PetStoreShopper'], // biome-ignore format: one line
  ['mappings count for nothing', 'one.example.com', '/mapped', {}, 'api3 /{proxy+} /mapped'],
  ['rules before mappings', 'two.example.com', '/pets', {}, 'api1 /{proxy+} /pets'],
  ['a part of a value', 'two.example.com', '/refunds', { Cookie: 'lang=en-us;ux=beta' }, 'api2 /{proxy+} /refunds'], // biome-ignore format: one line
  ['no rule: the mapping, which strips', 'two.example.com', '/refunds', {}, 'api3 / /refunds'],
  ['no rule: the mapping to (none)', 'two.example.com', '/', {}, 'api4 / /'],
  ['no rule: the longest mapping', 'three.example.com', '/PetStoreShopper/cats', { ...dog, Pet: 'Cats' }, 'api4 / /PetStoreShopper/cats'], // biome-ignore format: one line
  ['a rule before a longer mapping', 'three.example.com', '/PetStoreShopper/cats', world, 'api1 /PetStoreShopper/cats /PetStoreShopper/cats'], // biome-ignore format: one line
  ['subdomains by Host, which has no letter case and no port', 'a.example.com:8080', '/', {}, 'api1 / /'],
  ['a wildcard on Host', 'B.example.com', '/', {}, 'api2 / /'],
  ['any other subdomain', 'testing.example.com', '/', {}, 'api3 / /'],
  ['strip: the rest is the route, and the path stays as sent', 'strip.example.com', '/PetStoreShopper/dogs?q=1', {}, 'api1 /dogs /PetStoreShopper/dogs 1'], // biome-ignore format: one line
  ['strip: several parts', 'strip.example.com', '/PetStoreShopper/cats', {}, 'api1 / /PetStoreShopper/cats'],
  ['strip: nothing is left', 'strip.example.com', '/PetStoreShopper?q=1', {}, 'api1 / /PetStoreShopper 1'],
  ['no strip', 'whole.example.com', '/PetStoreShopper/dogs', {}, 'api1 /PetStoreShopper/dogs /PetStoreShopper/dogs'], // biome-ignore format: one line
  ['no strip: the base path alone', 'whole.example.com', '/PetStoreShopper?q=1', {}, 'api1 /PetStoreShopper /PetStoreShopper 1'], // biome-ignore format: one line
  ['strip without a base path takes nothing away', 'catch.example.com', '/dogs', {}, 'api1 /dogs /dogs'],
  ['without a routing mode, mappings only', 'off.example.com', '/dogs', {}, 'api4 /dogs /dogs'],
])('%s: %s%s', async (_rule, host, target, headers, body) => {
  const answer = await call(host, target, headers);
  expect([answer.status, answer.body.trim()]).toEqual([200, body]);
});

test.each<[rule: string, host: string, target: string, headers?: Record<string, string>]>([
  ['no rule, no mapping', 'three.example.com', '/Admin', { Pet: 'Dog-Bella' }],
  ['only rules, of which none fits', 'whole.example.com', '/mapped'],
  ['letter case of a base path counts', 'whole.example.com', '/petstoreshopper'],
  ['a base path is whole parts', 'whole.example.com', '/PetStoreShopperX'],
  ['a base path is at the beginning', 'whole.example.com', '/x/PetStoreShopper'],
  ['a base path is literal', 'whole.example.com', '/PetStore%53hopper'],
  ['letter case of a value counts', 'glob.example.com', '/', { 'x-start': 'Alpha' }],
  ['a stage that is not there', 'gone.example.com', '/'],
])('403: %s', async (_rule, host, target, headers) => {
  const answer = await call(host, target, headers);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([403, { message: 'Forbidden' }]);
});

const values = ['account', 'alpha', 'backup', 'beta', 'users'];
test.each<[header: string, fitting: string[]]>([
  ['x-start', ['account', 'alpha']],
  ['X-END', ['alpha', 'beta']],
  ['x-in', ['account', 'alpha', 'backup', 'beta']],
  ['x-any', values],
  ['x-two', ['beta']],
])('the guide’s table of wildcards: %s', async (name, fitting) => {
  const statuses = await Promise.all(
    values.map(async (value) => (await call('glob.example.com', '/', { [name]: value })).status),
  );
  expect(values.filter((_, index) => statuses[index] === 200)).toEqual(fitting);
});

test('all but the wildcard is literal', async () => {
  expect((await call('glob.example.com', '/', { 'x-is': 'W.r?d' })).status).toBe(200);
  expect((await call('glob.example.com', '/', { 'x-is': 'World' })).status).toBe(403);
});

test('each line of a header is matched by itself, and a list of values is one value', async () => {
  const sent = (...lines: string[]) =>
    gateway.call('/', { stage: '', headers: { Host: 'glob.example.com', 'x-end': lines } });
  expect((await sent('alpha', 'other')).status).toBe(200);
  expect((await sent('other', 'alpha')).status).toBe(200);
  expect((await sent('alpha,other')).status).toBe(403);
});

test('a glob with a wildcard in its middle is refused with the whole snapshot', () => {
  const broken = [only('x.example.com', rule(1, 'api1', [header('x', 'a*b')]))];
  expect(() => gateway.gateway.apply(snapshot({ ...served, revision: 2, domainNames: broken }))).toThrow(
    'has a wildcard in its middle',
  );
});
