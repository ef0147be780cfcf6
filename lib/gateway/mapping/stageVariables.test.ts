import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* Reference section 13: where stage variables count, and what an undefined one does there. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

/** A stage variable as URIs write it; spelled so that nobody takes it for a template literal gone wrong. */
const variable = (name: string) => `\${stageVariables.${name}}`;
const around = () => ({
  stage: {
    variables: { v: 'a-b_c.~/?d=1&e,f', port: String(bench.backend.port), host: '127.0.0.1', empty: '' },
  },
});
const at = (rest: string) => `http://${variable('host')}:${variable('port')}${rest}`;

test.each([
  ['host and port', at('/base'), '/base'],
  ['the path', at(`/${variable('empty')}x/${variable('host')}/y`), '/x/127.0.0.1/y'],
  ['a path with a query in it', at(`/${variable('v')}`), '/a-b_c.~/?d=1&e,f'],
  [
    'the query',
    at(`/?q=${variable('host')}&r=${variable('port')}x`),
    () => `/?q=127.0.0.1&r=${bench.backend.port}x`,
  ],
])('in %s of a URI', async (_rule, uri, url) => {
  for (const type of ['HTTP', 'HTTP_PROXY'] as const) {
    const { status, seen } = await bench.run({ type, uri }, {}, around());
    expect([status, seen?.url]).toEqual([200, typeof url === 'string' ? url : url()]);
  }
});

test.each([
  ['the host', `http://${variable('none')}/`],
  ['the port', `http://127.0.0.1:${variable('none')}/`],
  ['the path', at(`/${variable('none')}`)],
  ['the query', at(`/?q=${variable('none')}`)],
  ['all of it', variable('none')],
  ['a name of the prototype', at(`/${variable('constructor')}`)],
])('undefined in %s of a URI: 500, and no backend is asked', async (_rule, uri) => {
  for (const type of ['HTTP', 'HTTP_PROXY'] as const) {
    const { status, body, seen } = await bench.run({ type, uri }, {}, around());
    expect([status, body, seen]).toEqual([500, '{"message": "Internal server error"}', undefined]);
  }
});

const printing = (template: string): Partial<IntegrationDocument> => ({
  type: 'MOCK',
  integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': template } }) },
});

test.each([
  ['$stageVariables.host', '127.0.0.1'],
  ['$stageVariables["host"]', '127.0.0.1'],
  ["$stageVariables['host']x", '127.0.0.1x'],
  ['${stageVariables.host}x', '127.0.0.1x'],
  ["$stageVariables.get('host')", '127.0.0.1'],
  ['[$stageVariables.empty]', '[]'],
  ['[$stageVariables.none]', '[]'],
])('in a template as %s: %s', async (template, body) => {
  expect((await bench.run(printing(template), {}, around())).body).toBe(body);
});

test('no part of a literal or of another expression', async () => {
  const requestParameters = { 'integration.request.header.X-Out': `'${variable('host')}'` };
  const { seen } = await bench.run({ requestParameters }, {}, around());
  expect(seen?.headers['x-out']).toBe(variable('host'));
});

test('a change counts at once, without a deployment', async () => {
  const get = method('GET', integration(printing('$stageVariables.v')));
  const deployments = [deployment({ '/': [get] }, { deploymentId: 'kept' })];
  const serve = (revision: number, v: string) => {
    const stages = [stage({ deploymentId: 'kept', variables: { v } })];
    bench.gateway.gateway.apply(snapshot({ revision, deployments, stages }));
  };
  serve(1_001, 'before');
  expect((await bench.gateway.call('/')).body).toBe('before');
  serve(1_002, 'after');
  expect((await bench.gateway.call('/')).body).toBe('after');
});
