import * as v1 from '@aws-sdk/client-api-gateway';
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  LambdaClient,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { startBackend } from '../fixtures/startBackend';
import { type RunningGatehouse, startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { petStore } from './petStore';
import { key } from './tools';
import { HANDLER, zipOf } from './zipOf';

let gatehouse: RunningGatehouse;
let backend: Awaited<ReturnType<typeof startBackend>>;
let api: v1.APIGateway;
let functions: LambdaClient;
test.beforeAll(async () => {
  backend = await startBackend();
  gatehouse = await startGatehouse({ ...key });
  const credentials = {
    accessKeyId: key.GATEHOUSE_ACCESS_KEY_ID,
    secretAccessKey: key.GATEHOUSE_SECRET_ACCESS_KEY,
  };
  const settings = { endpoint: gatehouse.awsUrl, region: 'us-east-1', credentials };
  api = new v1.APIGateway(settings);
  functions = new LambdaClient(settings);
});
test.afterAll(async () => {
  await gatehouse?.stop();
  await backend?.stop();
});

async function call(restApiId: string, path: string, init?: RequestInit): Promise<[number, unknown]> {
  const answer = await fetch(`${gatehouse.gatewayUrl}/_aws/execute-api/${restApiId}${path}`, init);
  return [answer.status, await answer.json()];
}

async function newApi(name: string) {
  const { id = '', rootResourceId = '' } = await api.createRestApi({ name });
  return { restApiId: id, rootResourceId };
}

interface Place {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
}

async function below(restApiId: string, parentId: string, pathPart: string): Promise<Place> {
  const { id = '' } = await api.createResource({ restApiId, parentId, pathPart });
  return { restApiId, resourceId: id, httpMethod: 'GET' };
}

/** A method that answers `{"from": "mock"}`, or what is given, by a mock integration. */
async function mock(place: Place, more: Partial<v1.PutMethodRequest> = {}, body = '{"from": "mock"}') {
  await api.putMethod({ ...place, authorizationType: 'NONE', ...more });
  await api.putMethodResponse({ ...place, statusCode: '200' });
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await api.putIntegration({ ...place, type: 'MOCK', requestTemplates });
  const responseTemplates = { 'application/json': body };
  await api.putIntegrationResponse({ ...place, statusCode: '200', responseTemplates });
}

test('a REST API with a mock integration, tried and called', async () => {
  const { restApiId, rootResourceId } = await newApi('mock');
  const pets = await below(restApiId, rootResourceId, 'pets');
  await mock(pets);
  await api.createDeployment({ restApiId, stageName: 'test' });
  expect(await call(restApiId, '/test/pets')).toEqual([200, { from: 'mock' }]);
  expect(await api.testInvokeMethod({ ...pets, pathWithQueryString: '/pets' })).toMatchObject({
    status: 200,
    body: '{"from": "mock"}',
  });
});

test('a REST API with an HTTP integration and a path parameter', async () => {
  const { restApiId, rootResourceId } = await newApi('http');
  const pet = await below(restApiId, rootResourceId, '{petId}');
  const requestParameters = { 'method.request.path.petId': true };
  await api.putMethod({ ...pet, authorizationType: 'NONE', requestParameters });
  await api.putMethodResponse({ ...pet, statusCode: '200' });
  await api.putIntegration({
    ...pet,
    type: 'HTTP',
    integrationHttpMethod: 'GET',
    uri: `${backend.url}/pets/{id}`,
    requestParameters: { 'integration.request.path.id': 'method.request.path.petId' },
  });
  await api.putIntegrationResponse({ ...pet, statusCode: '200', selectionPattern: '' });
  await api.createDeployment({ restApiId, stageName: 'test' });
  expect(await call(restApiId, '/test/7')).toEqual([200, { method: 'GET', path: '/pets/7' }]);
});

test('a REST API before a function', async () => {
  const { FunctionArn: arn = '' } = await functions.send(
    new CreateFunctionCommand({
      FunctionName: 'greet',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/lambda',
      Code: { ZipFile: await zipOf('index.mjs', HANDLER) },
    }),
  );
  await waitUntilFunctionActiveV2({ client: functions, maxWaitTime: 60 }, { FunctionName: 'greet' });
  const { restApiId, rootResourceId } = await newApi('function');
  const place = { ...(await below(restApiId, rootResourceId, '{proxy+}')), httpMethod: 'ANY' };
  await api.putMethod({ ...place, authorizationType: 'NONE' });
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
  await api.putIntegration({ ...place, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri });
  await functions.send(
    new AddPermissionCommand({
      FunctionName: 'greet',
      StatementId: 'api',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:us-east-1:000000000000:${restApiId}/*/*/*`,
    }),
  );
  await api.createDeployment({ restApiId, stageName: 'test' });
  const post = { method: 'POST', body: 'x' };
  const greeting = { greeting: 'Hello, Ada', verb: 'POST' };
  expect(await call(restApiId, '/test/hello?name=Ada', post)).toEqual([200, greeting]);
});

test('a usage plan with a key, whose quota ends', async () => {
  const { restApiId, rootResourceId } = await newApi('keyed');
  await mock({ restApiId, resourceId: rootResourceId, httpMethod: 'GET' }, { apiKeyRequired: true });
  await api.createDeployment({ restApiId, stageName: 'prod' });
  const { id: keyId, value = '' } = await api.createApiKey({ name: 'ada', enabled: true });
  const { id: usagePlanId } = await api.createUsagePlan({
    name: 'gold',
    throttle: { burstLimit: 100, rateLimit: 100 },
    quota: { limit: 2, period: 'DAY' },
    apiStages: [{ apiId: restApiId, stage: 'prod' }],
  });
  await api.createUsagePlanKey({ usagePlanId, keyId, keyType: 'API_KEY' });
  expect((await call(restApiId, '/prod/'))[0]).toBe(403);
  const statuses: number[] = [];
  for (let index = 0; index < 3; index += 1)
    statuses.push((await call(restApiId, '/prod/', { headers: { 'x-api-key': value } }))[0]);
  expect(statuses).toEqual([200, 200, 429]);
});

test('a custom gateway response', async () => {
  const { restApiId, rootResourceId } = await newApi('responses');
  await mock({ restApiId, resourceId: rootResourceId, httpMethod: 'GET' });
  await api.putGatewayResponse({
    restApiId,
    responseType: 'MISSING_AUTHENTICATION_TOKEN',
    statusCode: '404',
    responseTemplates: { 'application/json': '{"message": "$context.error.message here"}' },
  });
  await api.createDeployment({ restApiId, stageName: 'test' });
  const message = 'Missing Authentication Token here';
  expect(await call(restApiId, '/test/nothing')).toEqual([404, { message }]);
});

test('a canary release answers, and is promoted', async () => {
  const { restApiId, rootResourceId } = await newApi('canary');
  const place = { restApiId, resourceId: rootResourceId, httpMethod: 'GET' };
  await mock(place, {}, '{"colour": "$stageVariables.colour"}');
  const stage = { restApiId, stageName: 'prod' };
  await api.createDeployment({ ...stage, variables: { colour: 'blue' } });
  expect(await call(restApiId, '/prod/')).toEqual([200, { colour: 'blue' }]);
  const stageVariableOverrides = { colour: 'green' };
  const { id } = await api.createDeployment({
    ...stage,
    canarySettings: { percentTraffic: 100, stageVariableOverrides, useStageCache: false },
  });
  await expect.poll(() => call(restApiId, '/prod/')).toEqual([200, { colour: 'green' }]);
  const promoted = await api.updateStage({
    ...stage,
    patchOperations: [
      { op: 'copy', path: '/deploymentId', from: '/canarySettings/deploymentId' },
      { op: 'copy', path: '/variables', from: '/canarySettings/stageVariableOverrides' },
      { op: 'remove', path: '/canarySettings' },
    ],
  });
  expect(promoted).toMatchObject({ deploymentId: id, variables: { colour: 'green' } });
  expect(promoted.canarySettings).toBeUndefined();
});

test('the pet store, imported, exported and deleted', async () => {
  const body = Buffer.from(JSON.stringify(petStore(backend.url)));
  const { id: restApiId = '' } = await api.importRestApi({ body, failOnWarnings: true });
  await api.createDeployment({ restApiId, stageName: 'test' });
  expect(await call(restApiId, '/test/pets/7')).toEqual([200, { method: 'GET', path: '/pets/7' }]);
  const document = await api.getExport({
    ...{ restApiId, stageName: 'test', exportType: 'oas30' },
    parameters: { extensions: 'integrations' },
    accepts: 'application/json',
  });
  expect(JSON.parse(Buffer.from(document.body ?? []).toString()).info.title).toBe('PetStore');
  await api.deleteRestApi({ restApiId });
  await expect(api.getRestApi({ restApiId })).rejects.toBeInstanceOf(v1.NotFoundException);
});
