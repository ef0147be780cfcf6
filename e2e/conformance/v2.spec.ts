import { callAs } from '../domainNames/callAs';
import { startBackend } from '../fixtures/startBackend';
import { type RunningGatehouse, startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { awsCli, key, missing, ToolFailure, textOf } from './tools';
import { crudFunction } from './v2/crudFunction';
import { makeFunction, permit } from './v2/makeFunction';
import { startDynamo } from './v2/startDynamo';

const reason = missing('aws', '--version');
test.skip(reason !== null, reason ?? '');

let gatehouse: RunningGatehouse;
let backend: Awaited<ReturnType<typeof startBackend>>;
let aws: ReturnType<typeof awsCli>;
test.beforeAll(async () => {
  backend = await startBackend();
  gatehouse = await startGatehouse({ ...key });
  aws = awsCli(gatehouse);
});
test.afterAll(async () => {
  await gatehouse?.stop();
  await backend?.stop();
});

const v2 = (...words: string[]) => aws('apigatewayv2', ...words);

/** The first call after a change: the workers take a moment to hear of it. */
async function call(apiId: string, path: string, init?: RequestInit) {
  const answer = await fetch(`${gatehouse.gatewayUrl}/_aws/execute-api/${apiId}${path}`, init);
  const text = await answer.text();
  return [answer.status, answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text];
}

test('quick create with a URL', async () => {
  const target = ['--protocol-type', 'HTTP', '--target', `${backend.url}`];
  const { ApiId } = await v2('create-api', '--name', 'quick', ...target);
  const apiId = textOf(ApiId);
  await expect.poll(() => call(apiId, '/pets/7')).toEqual([200, { method: 'GET', path: '/pets/7' }]);
  expect(await call(apiId, '/pets?a=1', { method: 'POST' })).toEqual([
    200,
    { method: 'POST', path: '/pets?a=1' },
  ]);
  await v2('delete-api', '--api-id', apiId);
  await expect.poll(() => call(apiId, '/pets/7').then(([status]) => status)).not.toBe(200);
  await expect(v2('get-api', '--api-id', apiId)).rejects.toThrow(
    /\(NotFoundException\) when calling the GetApi operation: Invalid API identifier specified/,
  );
});

test('quick create with a function', async () => {
  const greet = `exports.handler = async (event) => ({ hello: event.queryStringParameters?.name, to: event.version });`;
  const arn = await makeFunction(aws, 'greet', greet);
  const { ApiId } = await v2('create-api', '--name', 'greet', '--protocol-type', 'HTTP', '--target', arn);
  const apiId = textOf(ApiId);
  await permit(aws, 'greet', apiId, '*/$default');
  await expect.poll(() => call(apiId, '/?name=Ada')).toEqual([200, { hello: 'Ada', to: '2.0' }]);
});

test('a CRUD API with a function and a table', async () => {
  const dynamo = await startDynamo('http-crud-tutorial-items');
  try {
    const arn = await makeFunction(aws, 'http-crud-tutorial-function', crudFunction, {
      DYNAMO_URL: dynamo.url,
    });
    const { ApiId } = await v2('create-api', '--name', 'http-crud-tutorial-api', '--protocol-type', 'HTTP');
    const apiId = textOf(ApiId);
    const api = ['--api-id', apiId];
    await v2('create-stage', ...api, '--stage-name', '$default', '--auto-deploy');
    const { IntegrationId } = await v2(
      ...['create-integration', ...api, '--integration-type', 'AWS_PROXY'],
      ...['--integration-uri', arn, '--payload-format-version', '2.0'],
    );
    const target = `integrations/${textOf(IntegrationId)}`;
    for (const route of ['GET /items/{id}', 'GET /items', 'PUT /items', 'DELETE /items/{id}'])
      await v2('create-route', ...api, '--route-key', route, '--target', target);
    await permit(aws, 'http-crud-tutorial-function', apiId, '*/*/items*');
    const item = { id: '123', price: 12345, name: 'myitem' };
    const put = { method: 'PUT', body: JSON.stringify(item) };
    await expect.poll(() => call(apiId, '/items', put)).toEqual([200, 'Put item 123']);
    expect(await call(apiId, '/items')).toEqual([200, [item]]);
    expect(await call(apiId, '/items/123')).toEqual([200, item]);
    expect(await call(apiId, '/items/123', { method: 'DELETE' })).toEqual([200, 'Deleted item 123']);
    expect(await call(apiId, '/items')).toEqual([200, []]);
    expect(await call(apiId, '/nothing')).toEqual([404, { message: 'Not Found' }]);
    const { Items } = await v2('get-routes', ...api, '--max-items', '2', '--page-size', '1');
    expect(Items).toHaveLength(2);
  } finally {
    await dynamo.stop();
  }
});

test('a custom domain name with a key of two parts', async () => {
  const target = ['--protocol-type', 'HTTP', '--target', backend.url];
  const { ApiId } = await v2('create-api', '--name', 'shop', ...target);
  const name = ['--domain-name', 'shop.example.com'];
  const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/one';
  await v2(
    ...['create-domain-name', ...name, '--domain-name-configurations'],
    `CertificateArn=${certificate},EndpointType=REGIONAL`,
  );
  const mapping = await v2(
    ...['create-api-mapping', ...name, '--api-id', textOf(ApiId), '--stage', '$default'],
    ...['--api-mapping-key', 'orders/v2'],
  );
  const { Items } = await v2('get-api-mappings', ...name);
  expect(Items).toEqual([mapping]);
  await v2('delete-domain-name', ...name);
  await expect(v2('get-domain-name', ...name)).rejects.toThrow(ToolFailure);
});

test('routing rules of a domain name, as the guide writes them', async () => {
  const { id, rootResourceId } = await aws('apigateway', 'create-rest-api', '--name', 'petstore');
  const apiId = textOf(id);
  const at = ['--rest-api-id', apiId, '--resource-id', textOf(rootResourceId), '--http-method', 'GET'];
  const to = ['--type', 'HTTP_PROXY', '--integration-http-method', 'GET', '--uri', `${backend.url}/ruled`];
  await aws('apigateway', 'put-method', ...at, '--authorization-type', 'NONE');
  await aws('apigateway', 'put-integration', ...at, ...to);
  await aws('apigateway', 'create-deployment', '--rest-api-id', apiId, '--stage-name', 'prod');
  const name = ['--domain-name', 'rules.example.com'];
  const configurations = ['--domain-name-configurations', 'EndpointType=REGIONAL'];
  await v2('create-domain-name', ...name, ...configurations, '--routing-mode', 'ROUTING_RULE_ONLY');
  const conditions = [
    { MatchHeaders: { AnyOf: [{ Header: 'Hello', ValueGlob: 'World' }] } },
    { MatchHeaders: { AnyOf: [{ Header: 'x-version', ValueGlob: 'beta' }] } },
    { MatchBasePaths: { AnyOf: ['PetStoreShopper'] } },
  ];
  const rule = (priority: string, stripped: boolean) => [
    ...['--priority', priority, '--conditions', JSON.stringify(conditions), '--actions'],
    JSON.stringify([{ InvokeApi: { ApiId: apiId, Stage: 'prod', StripBasePath: stripped } }]),
  ];
  const made = await v2('create-routing-rule', ...name, ...rule('50', false));
  const ruleId = ['--routing-rule-id', textOf(made.RoutingRuleId)];
  const url = `${gatehouse.gatewayUrl}/PetStoreShopper`;
  const status = (headers?: Record<string, string>) =>
    callAs('rules.example.com', url, headers).then((answer) => answer.status);
  const asked = { hello: 'World', 'X-Version': 'beta' };
  expect(await status(asked)).toBe(403);
  const put = await v2('put-routing-rule', ...name, ...ruleId, ...rule('30', true));
  expect(await v2('get-routing-rule', ...name, ...ruleId)).toEqual(put);
  expect(await v2('list-routing-rules', ...name)).toEqual({ RoutingRules: [put] });
  await expect.poll(() => status(asked)).toBe(200);
  expect(await status({ hello: 'World' })).toBe(403);
  await v2('update-domain-name', ...name, '--routing-mode', 'API_MAPPING_ONLY');
  await expect.poll(() => status(asked)).toBe(403);
  await v2('delete-routing-rule', ...name, ...ruleId);
  expect(await v2('list-routing-rules', ...name)).toEqual({ RoutingRules: [] });
  await v2('delete-domain-name', ...name);
});

test('refusals come in the words that the CLI knows', async () => {
  await expect(v2('create-api', '--name', 'x', '--protocol-type', 'REST')).rejects.toThrow(
    '(BadRequestException) when calling the CreateApi operation',
  );
});
