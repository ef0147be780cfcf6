import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateDeploymentCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateRestApiCommand,
  CreateVpcLinkCommand,
  DeleteIntegrationResponseCommand,
  DeleteModelCommand,
  DeleteRequestValidatorCommand,
  GetDocumentationPartCommand,
  GetGatewayResponseCommand,
  GetModelCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  GetUsagePlanKeysCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  UpdateApiKeyCommand,
  UpdateMethodResponseCommand,
  UpdateModelCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { testDoor } from '../../testing/testDoor';

// What the real service was recorded to answer (reference/control-plane.md sections 2 to 5).

const kit = testDoor();
let client: APIGatewayClient;
let restApiId = '';
let resourceId = '';
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  const { id = '', rootResourceId = '' } = await client.send(new CreateRestApiCommand({ name: 'pets' }));
  [restApiId, resourceId] = [id, rootResourceId];
});

const VALIDATOR = 'Invalid Request Validator identifier specified';
const wrong = (value: string) => value as never;
const patchOf = (op: string, path: string, value?: string) => ({
  patchOperations: [{ op: wrong(op), path, value }],
});
const method = () => ({ restApiId, resourceId, httpMethod: 'GET' });
const unmet = (value: string, at: string, set: string) =>
  `Value ${value} at '${at}' failed to satisfy constraint: ${set}`;
const endpoint = (types: string[], ipAddressType?: string) =>
  new CreateRestApiCommand({
    name: 'x',
    endpointConfiguration: { types: types.map(wrong), ipAddressType: ipAddressType as never },
  });
const TYPES = "Value '[wrong]' at 'createRestApiInput.endpointConfiguration.types'";
const TYPES_SET = 'Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]';
const OPS = 'Member must satisfy enum value set: [add, remove, move, test, replace, copy]';
const CODES = 'Member must satisfy regular expression pattern: [1-5]\\d\\d';

test.each<[rule: string, call: () => unknown, name: string, message: string]>([
  [
    'an enumeration is told with where and which, a list in brackets',
    () => endpoint(['wrong']),
    'ValidationException',
    `1 validation error detected: ${TYPES} failed to satisfy constraint: Member must satisfy constraint: [${TYPES_SET}]`,
  ],
  [
    'all that is not met is told at once',
    () => endpoint(['wrong'], 'wrong'),
    'ValidationException',
    `2 validation errors detected: ${TYPES} failed to satisfy constraint: Member must satisfy constraint: [${TYPES_SET}]; ${unmet("'wrong'", 'createRestApiInput.endpointConfiguration.ipAddressType', 'Member must satisfy enum value set: [ipv4, dualstack]')}`,
  ],
  [
    'a name of the path is told without the input before it',
    () => new GetGatewayResponseCommand({ restApiId, responseType: wrong('FAKE') }),
    'ValidationException',
    `1 validation error detected: ${unmet("'FAKE'", 'responseType', 'Member must satisfy enum value set: [REQUEST_TOO_LARGE, RESOURCE_NOT_FOUND, AUTHORIZER_CONFIGURATION_ERROR, MISSING_AUTHENTICATION_TOKEN, BAD_REQUEST_BODY, INVALID_SIGNATURE, INVALID_API_KEY, BAD_REQUEST_PARAMETERS, AUTHORIZER_FAILURE, UNAUTHORIZED, INTEGRATION_TIMEOUT, ACCESS_DENIED, DEFAULT_4XX, DEFAULT_5XX, WAF_FILTERED, QUOTA_EXCEEDED, THROTTLED, API_CONFIGURATION_ERROR, UNSUPPORTED_MEDIA_TYPE, INTEGRATION_FAILURE, EXPIRED_TOKEN]')}`,
  ],
  [
    'a status code is three digits, told with what else is not met',
    () => new UpdateMethodResponseCommand({ ...method(), statusCode: 'wrong', ...patchOf('wrong_op', '/x') }),
    'ValidationException',
    `2 validation errors detected: ${unmet("'wrong_op'", 'updateMethodResponseInput.patchOperations.1.member.op', OPS)}; ${unmet("'wrong'", 'statusCode', CODES)}`,
  ],
  [
    "an integration's type",
    () => new PutIntegrationCommand({ ...method(), type: wrong('HTTPS_PROXY') }),
    'ValidationException',
    `1 validation error detected: ${unmet("'HTTPS_PROXY'", 'putIntegrationInput.type', 'Member must satisfy enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]')}`,
  ],
  [
    'of more that is wrong the first is told',
    () => new CreateRestApiCommand({ name: 'x', description: '', minimumCompressionSize: -1 }),
    'BadRequestException',
    'Description cannot be an empty string',
  ],
  [
    'the resource is looked for before its verb is judged',
    () =>
      new PutMethodCommand({ ...method(), resourceId: 'nosuch', httpMethod: 'X', authorizationType: 'NONE' }),
    'NotFoundException',
    'Invalid Resource identifier specified',
  ],
  [
    "an integration's response is not looked for below its method, but below its integration",
    () => new DeleteIntegrationResponseCommand({ ...method(), statusCode: '200' }),
    'NotFoundException',
    'Invalid Integration identifier specified',
  ],
  [
    'an operation that a path does not have',
    () => new UpdateRestApiCommand({ restApiId, ...patchOf('add', '/minimumCompressionSize', '1') }),
    'BadRequestException',
    'Invalid patch operation specified. Must be one of: [replace]',
  ],
  [
    "an endpoint type's operation",
    () => new UpdateRestApiCommand({ restApiId, ...patchOf('copy', '/endpointConfiguration/types/0') }),
    'BadRequestException',
    "Invalid patch operation specified. Must be 'add'|'remove'|'replace'",
  ],
  [
    'a size that is no number',
    () => new UpdateRestApiCommand({ restApiId, ...patchOf('replace', '/minimumCompressionSize', 'test') }),
    'BadRequestException',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'a validator in an API that is not there',
    () => new GetRequestValidatorCommand({ restApiId: 'nosuch', requestValidatorId: 'x' }),
    'NotFoundException',
    VALIDATOR,
  ],
  [
    'the same, deleted',
    () => new DeleteRequestValidatorCommand({ restApiId: 'nosuch', requestValidatorId: 'x' }),
    'NotFoundException',
    VALIDATOR,
  ],
  [
    'the same, created',
    () => new CreateRequestValidatorCommand({ restApiId: 'nosuch', name: 'x' }),
    'BadRequestException',
    'Invalid REST API identifier specified',
  ],
  [
    'a list of validators names the API',
    () => new GetRequestValidatorsCommand({ restApiId: 'nosuch' }),
    'NotFoundException',
    'Invalid API identifier specified 000000000000:nosuch',
  ],
  [
    'a model in an API that is not there',
    () => new GetModelCommand({ restApiId: 'nosuch', modelName: 'MySchema' }),
    'NotFoundException',
    'Invalid model name specified: MySchema',
  ],
  [
    'the same, deleted',
    () => new DeleteModelCommand({ restApiId: 'nosuch', modelName: 'MySchema' }),
    'NotFoundException',
    'Invalid model name specified: MySchema',
  ],
  [
    'the same, patched',
    () => new UpdateModelCommand({ restApiId: 'nosuch', modelName: 'MySchema', patchOperations: [] }),
    'NotFoundException',
    'Invalid model name specified: MySchema',
  ],
  [
    'a target of a link that is neither an ARN nor a host with its port',
    () => new CreateVpcLinkCommand({ name: 'x', targetArns: ['invalid-arn'] }),
    'BadRequestException',
    'Invalid ARN. ARN is not well formed invalid-arn',
  ],
  ...(['application/json', 'application/xml'] as const).map(
    (contentType): [string, () => unknown, string, string] => [
      `a model of ${contentType} without a schema`,
      () => new CreateModelCommand({ restApiId, name: 'Pet', contentType }),
      'BadRequestException',
      'Model schema must have at least 1 property or array items defined',
    ],
  ),
  [
    'a model without a name',
    () => new CreateModelCommand({ restApiId, name: '', contentType: 'application/json', schema: '{}' }),
    'BadRequestException',
    'Model name must be non-empty',
  ],
  [
    'a documentation part in an API that is not there',
    () => new GetDocumentationPartCommand({ restApiId: 'nosuch', documentationPartId: 'x' }),
    'NotFoundException',
    'Invalid Documentation part identifier specified',
  ],
  [
    'a canary for a stage without a name',
    () => new CreateDeploymentCommand({ restApiId, stageName: '', canarySettings: { percentTraffic: 1 } }),
    'BadRequestException',
    'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is ',
  ],
])('refused as recorded: %s', async (_rule, call, name, message) => {
  const refusal: unknown = await client.send(call() as never).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name, message });
});

test('a key is not enabled unless it says so, has no name unless it has one, and is patched with its tags', async () => {
  const { $metadata: _m, id = '', ...key } = await client.send(new CreateApiKeyCommand({}));
  expect(key).toEqual({
    enabled: false,
    value: expect.any(String),
    stageKeys: [],
    createdDate: expect.any(Date),
    lastUpdatedDate: expect.any(Date),
  });
  const patched = await client.send(
    new UpdateApiKeyCommand({ apiKey: id, ...patchOf('replace', '/enabled', 'yes') }),
  );
  expect(patched).toMatchObject({ enabled: false, tags: {} });
});

test('a plan that is not there has no keys', async () => {
  expect(await client.send(new GetUsagePlanKeysCommand({ usagePlanId: 'nosuch' }))).toMatchObject({
    items: [],
  });
});

test("an integration response may be put before its method's, and `none` is a type of authorization", async () => {
  const at = { restApiId, resourceId, httpMethod: 'GET' };
  await client.send(new PutMethodCommand({ ...at, authorizationType: 'none' }));
  await client.send(
    new PutIntegrationCommand({
      ...at,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
  const put = await client.send(
    new PutIntegrationResponseCommand({
      ...at,
      statusCode: '200',
      selectionPattern: '',
      responseTemplates: { 'application/json': '"created"' },
    }),
  );
  expect(put).toMatchObject({ statusCode: '200', responseTemplates: { 'application/json': '"created"' } });
});
