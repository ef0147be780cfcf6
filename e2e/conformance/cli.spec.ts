import { readFileSync, writeFileSync } from 'node:fs';
import { startBackend } from '../fixtures/startBackend';
import { type RunningGatehouse, startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { petStore } from './petStore';
import { awsCli, key, missing, ToolFailure, textOf } from './tools';
import { HANDLER, zipOf } from './zipOf';

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

const api = (...words: string[]) => aws('apigateway', ...words);
const call = (restApiId: string, path: string, init?: RequestInit) =>
  fetch(`${gatehouse.gatewayUrl}/_aws/execute-api/${restApiId}${path}`, init);

async function newApi(name: string) {
  const { id, rootResourceId } = await api('create-rest-api', '--name', name);
  return { id: textOf(id), root: textOf(rootResourceId) };
}
const at = (id: string, resource: string, verb = 'GET') => [
  ...['--rest-api-id', id, '--resource-id', resource, '--http-method', verb],
];
async function mockMethod(id: string, resource: string, ...more: string[]) {
  const place = at(id, resource);
  await api('put-method', ...place, '--authorization-type', 'NONE', ...more);
  await api('put-method-response', ...place, '--status-code', '200');
  await api(
    'put-integration',
    ...place,
    ...['--type', 'MOCK', '--request-templates', '{"application/json":"{\\"statusCode\\": 200}"}'],
  );
  await api(
    'put-integration-response',
    ...place,
    ...['--status-code', '200', '--response-templates', '{"application/json":"{\\"from\\": \\"mock\\"}"}'],
  );
}
const deploy = (id: string, stage: string, ...more: string[]) =>
  api('create-deployment', '--rest-api-id', id, '--stage-name', stage, ...more);

test('who am I', async () => {
  expect(await aws('sts', 'get-caller-identity')).toMatchObject({
    Account: '000000000000',
    Arn: 'arn:aws:iam::000000000000:user/bootstrap',
  });
});

test('a REST API with a mock integration', async () => {
  const { id, root } = await newApi('mock');
  const { id: pets } = await api(
    'create-resource',
    '--rest-api-id',
    id,
    '--parent-id',
    root,
    '--path-part',
    'pets',
  );
  await mockMethod(id, textOf(pets));
  await deploy(id, 'test');
  const answer = await call(id, '/test/pets');
  expect([answer.status, await answer.json()]).toEqual([200, { from: 'mock' }]);
  const tried = await api('test-invoke-method', ...at(id, textOf(pets)), '--path-with-query-string', '/pets');
  expect(tried).toMatchObject({ status: 200, body: '{"from": "mock"}' });
});

test('a REST API with an HTTP integration and a path parameter', async () => {
  const { id, root } = await newApi('http');
  const { id: pet } = await api(
    'create-resource',
    '--rest-api-id',
    id,
    '--parent-id',
    root,
    '--path-part',
    '{petId}',
  );
  const place = at(id, textOf(pet));
  await api(
    'put-method',
    ...place,
    ...['--authorization-type', 'NONE', '--request-parameters', 'method.request.path.petId=true'],
  );
  await api('put-method-response', ...place, '--status-code', '200');
  await api(
    'put-integration',
    ...place,
    ...['--type', 'HTTP', '--integration-http-method', 'GET', '--uri', `${backend.url}/pets/{id}`],
    ...['--request-parameters', 'integration.request.path.id=method.request.path.petId'],
  );
  await api('put-integration-response', ...place, '--status-code', '200', '--selection-pattern', '');
  await deploy(id, 'test');
  const answer = await call(id, '/test/7');
  expect([answer.status, await answer.json()]).toEqual([200, { method: 'GET', path: '/pets/7' }]);
});

test('a REST API before a function', async () => {
  const code = test.info().outputPath('function.zip');
  writeFileSync(code, await zipOf('index.mjs', HANDLER));
  const made = await aws(
    'lambda',
    'create-function',
    ...['--function-name', 'greet', '--runtime', 'nodejs22.x', '--handler', 'index.handler'],
    ...['--role', 'arn:aws:iam::000000000000:role/lambda', '--zip-file', `fileb://${code}`],
  );
  const out = test.info().outputPath('out.json');
  await aws('lambda', 'invoke', '--function-name', 'greet', '--payload', '{}', out);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ statusCode: 200 });
  const { id, root } = await newApi('function');
  const { id: proxy } = await api(
    ...['create-resource', '--rest-api-id', id, '--parent-id', root, '--path-part', '{proxy+}'],
  );
  const place = at(id, textOf(proxy), 'ANY');
  await api('put-method', ...place, '--authorization-type', 'NONE');
  const functionArn = textOf(made.FunctionArn);
  await api(
    'put-integration',
    ...place,
    ...['--type', 'AWS_PROXY', '--integration-http-method', 'POST', '--uri'],
    `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
  );
  await aws(
    'lambda',
    'add-permission',
    ...['--function-name', 'greet', '--statement-id', 'api', '--action', 'lambda:InvokeFunction'],
    ...[
      '--principal',
      'apigateway.amazonaws.com',
      '--source-arn',
      `arn:aws:execute-api:us-east-1:000000000000:${id}/*/*/*`,
    ],
  );
  await deploy(id, 'test');
  const answer = await call(id, '/test/hello?name=Ada', { method: 'POST', body: 'x' });
  expect([answer.status, await answer.json()]).toEqual([200, { greeting: 'Hello, Ada', verb: 'POST' }]);
});

test('a usage plan with a key', async () => {
  const { id, root } = await newApi('keyed');
  await mockMethod(id, root, '--api-key-required');
  await deploy(id, 'prod');
  const apiKey = await api('create-api-key', '--name', 'ada', '--enabled');
  const plan = await api(
    'create-usage-plan',
    ...['--name', 'gold', '--throttle', 'burstLimit=100,rateLimit=100', '--quota', 'limit=2,period=DAY'],
    ...['--api-stages', `apiId=${id},stage=prod`],
  );
  const planId = textOf(plan.id);
  await api(
    'create-usage-plan-key',
    '--usage-plan-id',
    planId,
    '--key-type',
    'API_KEY',
    '--key-id',
    textOf(apiKey.id),
  );
  const headers = { 'x-api-key': textOf(apiKey.value) };
  expect((await call(id, '/prod/')).status).toBe(403);
  const statuses = [];
  for (let index = 0; index < 3; index += 1) statuses.push((await call(id, '/prod/', { headers })).status);
  expect(statuses).toEqual([200, 200, 429]);
  const day = new Date().toISOString().slice(0, 10);
  await expect
    .poll(async () => {
      const range = ['--start-date', day, '--end-date', day];
      const usage = await api('get-usage', '--usage-plan-id', planId, ...range);
      return usage.items?.[textOf(apiKey.id)];
    })
    .toEqual([[2, 0]]);
});

test('a custom gateway response', async () => {
  const { id, root } = await newApi('responses');
  await mockMethod(id, root);
  await api(
    'put-gateway-response',
    ...['--rest-api-id', id, '--response-type', 'MISSING_AUTHENTICATION_TOKEN', '--status-code', '404'],
    ...['--response-templates', '{"application/json":"{\\"message\\": \\"$context.error.message here\\"}"}'],
  );
  await deploy(id, 'test');
  const answer = await call(id, '/test/nothing');
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { message: 'Missing Authentication Token here' },
  ]);
});

test('a canary release, promoted and taken away', async () => {
  const { id, root } = await newApi('canary');
  await mockMethod(id, root);
  await deploy(id, 'prod', '--variables', 'colour=blue');
  const canary = await deploy(
    id,
    'prod',
    ...['--canary-settings', 'percentTraffic=100,stageVariableOverrides={colour=green},useStageCache=false'],
  );
  const stage = ['--rest-api-id', id, '--stage-name', 'prod'];
  const before = await api('get-stage', ...stage);
  expect(before.canarySettings).toMatchObject({ deploymentId: textOf(canary.id), percentTraffic: 100 });
  expect(textOf(before.deploymentId)).not.toBe(textOf(canary.id));
  const promoted = await api(
    'update-stage',
    ...stage,
    '--patch-operations',
    'op=copy,path=/deploymentId,from=/canarySettings/deploymentId',
    'op=copy,path=/variables,from=/canarySettings/stageVariableOverrides',
    'op=remove,path=/canarySettings',
  );
  expect(promoted).toMatchObject({ deploymentId: textOf(canary.id), variables: { colour: 'green' } });
  expect(promoted.canarySettings).toBeUndefined();
});

test('the pet store, imported, exported and deleted', async () => {
  const document = test.info().outputPath('petstore.json');
  writeFileSync(document, JSON.stringify(petStore(backend.url)));
  const { id } = await api('import-rest-api', '--body', `fileb://${document}`);
  await deploy(textOf(id), 'test');
  const answer = await call(textOf(id), '/test/pets/7');
  expect([answer.status, await answer.json()]).toEqual([200, { method: 'GET', path: '/pets/7' }]);
  const file = test.info().outputPath('export.json');
  await api(
    'get-export',
    ...['--rest-api-id', textOf(id), '--stage-name', 'test', '--export-type', 'oas30'],
    ...['--parameters', 'extensions=integrations', file],
  );
  expect(JSON.parse(readFileSync(file, 'utf8')).info.title).toBe('PetStore');
  await api('delete-rest-api', '--rest-api-id', textOf(id));
  await expect(api('get-rest-api', '--rest-api-id', textOf(id))).rejects.toThrow(ToolFailure);
});

test('refusals come in the words that the CLI knows', async () => {
  await expect(api('get-rest-api', '--rest-api-id', 'nobody1234')).rejects.toThrow(
    '(NotFoundException) when calling the GetRestApi operation: Invalid API identifier specified 000000000000:nobody1234',
  );
});
