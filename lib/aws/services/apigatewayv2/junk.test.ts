import { expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { type InputMember, v2Inputs } from '../../testing/inputMembers';
import { portalSample, productSample } from '../../testing/portalSamples';
import { signedCall } from '../../testing/signedCall';
import { testDoor } from '../../testing/testDoor';
import { apigatewayv2 } from '../apigatewayv2';

const kit = testDoor();

type Wire = 'right' | 'wrong';

/** Values that the member's type does not allow, and values that it does and that make no sense. */
const junk: Record<InputMember['type'], Record<Wire, unknown[]>> = {
  text: { wrong: [{ a: 1 }, [1], 7], right: ['', 'a\u0000b', '\ud800', '../..', 'é'.repeat(40_000)] },
  number: { wrong: ['many', {}, true], right: [-1, 1e308, 0.5] },
  switch: { wrong: ['maybe', 7, []], right: [true] },
  list: { wrong: [{}, 'x', [[1]]], right: [[], ['', 'a\u0000b'], Array.from({ length: 600 }, String)] },
  map: { wrong: [[], 'x', { a: [1] }], right: [{}, { ['__proto__']: 'x', '': '' }, { 'a\u0000': '\u0000' }] },
  object: { wrong: [[], 'x', 7], right: [{}, { nothing: 1 }, JSON.parse('{"__proto__":{"a":1}}')] },
};
const sensible = { text: 'x', number: 1, switch: true, list: ['x'], map: { a: 'x' }, object: {} };
const operations = v2Inputs.filter(({ operation }) => apigatewayv2.operations.has(operation));

/** `/v2/apis/{ApiId}/routes/{RouteId}` -> `apis/routes` */
const groupOf = ({ path }: (typeof operations)[number]): string =>
  path
    .split('/')
    .filter((part) => part !== '' && !part.startsWith('{'))
    .slice(1, 3)
    .join('/');

/** What deletes comes last, and what is held by it before it: one set of everything serves a group. */
const turnOf = ({ method, path }: (typeof operations)[number]): number =>
  method === 'DELETE' ? 1_000 - path.length : 0;

test.each([
  ...new Set(operations.map(groupOf)),
])('operations on %s refuse junk in any member', async (group) => {
  const labels = await idsOfAll();
  const turns = operations
    .filter((operation) => groupOf(operation) === group)
    .sort((one, other) => turnOf(one) - turnOf(other));
  for (const operation of turns) await refusesJunk(operation, labels);
});

async function refusesJunk(
  { operation, method, path, members }: (typeof operations)[number],
  labels: Record<string, string>,
): Promise<void> {
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => labels[name] ?? 'x');
  for (const member of members)
    for (const wire of ['wrong', 'right'] as const)
      for (const value of member.place === 'query' ? ['junk', '-1', 'a\u0000b'] : junk[member.type][wire]) {
        const rest = members.filter(({ isRequired, name }) => isRequired && name !== member.name);
        const sent = [...rest.map(({ name, place, type }) => ({ name, place, value: sensible[type] }))];
        const what = `${operation} ${member.name}: ${JSON.stringify(value).slice(0, 40)}`;
        const { status, text } = await send(method, url, [...sent, { ...member, value }]);
        expect(JSON.stringify(kit.errors), what).toBe('[]');
        expect(status, `${what} ${text}`).toBeLessThan(500);
        if (wire === 'wrong' && member.place === 'body') expect(status, what).toBeGreaterThanOrEqual(400);
        if (status >= 400) expect(JSON.parse(text), what).toMatchObject({ message: expect.any(String) });
      }
}

test.each([
  'null',
  '[]',
  '"x"',
  '{',
  '\u0000',
  '{"name":{"name":{"name":[]}}}',
])('a body of %j is refused', async (body) => {
  const request = await signedCall('apigateway', kit.key, { method: 'POST', path: '/v2/apis', body });
  const answer = await kit.door(request, '127.0.0.1');
  expect(answer.status).toBe(400);
  expect(answer.headers.get('x-amzn-errortype')).toMatch(/^(Serialization|BadRequest)Exception$/);
});

test('a body above 6 MB is refused as such', async () => {
  const body = `{"name":"${'x'.repeat(7 << 20)}"}`;
  const request = await signedCall('apigateway', kit.key, { method: 'POST', path: '/v2/apis', body });
  const answer = await kit.door(request, '127.0.0.1');
  expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
    413,
    'RequestEntityTooLargeException',
  ]);
});

test('any type of content is read as JSON, and members that the API does not know are left out', async () => {
  for (const type of ['application/json', 'text/plain', 'application/xml; charset=x']) {
    const request = await signedCall('apigateway', kit.key, {
      ...{ method: 'POST', path: '/v2/apis', headers: { 'content-type': type } },
      body: '{"name":"a","protocolType":"HTTP","nothing":1}',
    });
    expect((await kit.door(request, '127.0.0.1')).status, type).toBe(201);
  }
});

test.each([
  '%',
  '%00',
  '%ff',
  '..',
  'x'.repeat(3000),
  '__proto__',
  "'--",
])('an id of %s is of nothing', async (id) => {
  for (const path of [`/v2/apis/${id}`, `/v2/vpclinks/${id}`, `/v2/domainnames/${id}`, `/v2/tags/${id}`]) {
    const request = await signedCall('apigateway', kit.key, { method: 'GET', path });
    const answer = await kit.door(request, '127.0.0.1');
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
    expect(answer.status, path).toBeLessThan(500);
  }
  expect(kit.errors).toEqual([]);
});

interface Sent {
  name: string;
  place: 'query' | 'body';
  value: unknown;
}

async function send(method: string, path: string, members: Sent[]) {
  const of = (place: Sent['place']) => members.filter((member) => member.place === place);
  const query = Object.fromEntries(of('query').map(({ name, value }) => [name, String(value)]));
  const inBody = Object.fromEntries(of('body').map(({ name, value }) => [name, value]));
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const request = await signedCall('apigateway', kit.key, {
    method,
    path,
    query,
    ...(hasBody && { body: JSON.stringify(inBody) }),
  });
  const answer = await kit.door(request, '127.0.0.1');
  return { status: answer.status, text: await answer.text() };
}

/** One of everything, by the name of the label. */
async function idsOfAll(): Promise<Record<string, string>> {
  const { apis, vpcLinks, domainNames } = kit.control;
  const { apiId } = await apis.create(editor, {
    name: 'chat',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  });
  const { integrationId } = await apis.integrations.create(editor, apiId, {
    integrationType: 'MOCK',
    requestTemplates: { $default: '{"statusCode":200}' },
  });
  const { routeId } = await apis.routes.create(editor, apiId, {
    routeKey: '$default',
    target: `integrations/${integrationId}`,
  });
  const { modelId } = await apis.models.create(editor, apiId, {
    name: 'Message',
    contentType: 'application/json',
    schema: '{"type":"object","properties":{"a":{"type":"string"}}}',
  });
  const { deploymentId } = await apis.deployments.create(editor, apiId, {});
  const { stageName } = await apis.stages.create(editor, apiId, { stageName: 'dev', deploymentId });
  const { integrationResponseId } = await apis.integrationResponses.create(editor, apiId, integrationId, {
    integrationResponseKey: '$default',
  });
  const { routeResponseId } = await apis.routeResponses.create(editor, apiId, routeId, {
    routeResponseKey: '$default',
  });
  const link = await vpcLinks.create(editor, { name: 'inner', targets: ['10.0.0.7:8080'] });
  const { domainName } = await domainNames.create(editor, {
    domainName: 'api.example.com',
    routingMode: 'ROUTING_RULE_ONLY',
  });
  const restApi = await mockApi(kit);
  await kit.control.deployments.create(editor, restApi.id, { stageName: 'dev' });
  const { routingRuleId } = await domainNames.routingRules.create(editor, domainName, {
    priority: 1,
    conditions: [],
    actions: [{ invokeApi: { apiId: restApi.id, stage: 'dev' } }],
  });
  const product = await productSample(kit.control);
  const { portalId } = await kit.control.portals.create(editor, portalSample);
  return {
    PortalId: portalId,
    PortalProductId: product.portalProductId,
    ProductPageId: product.productPageId,
    ProductRestEndpointPageId: product.productRestEndpointPageId,
    ApiId: apiId,
    IntegrationId: integrationId,
    RouteId: routeId,
    ModelId: modelId,
    DeploymentId: deploymentId,
    StageName: stageName,
    IntegrationResponseId: integrationResponseId,
    RouteResponseId: routeResponseId,
    VpcLinkId: link.id,
    DomainName: domainName,
    RoutingRuleId: routingRuleId,
    ResourceArn: encodeURIComponent(`arn:aws:apigateway:us-east-1::/apis/${apiId}`),
  };
}
