import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { beforeEach, describe, expect, test } from 'vitest';
import { vpcLinks } from '@/db/schema';
import type { MethodInput } from '@/lib/model/method';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const kit = testControl();
let restApiId = '';
let root = '';
const at = (verb = 'GET') => [editor, restApiId, root, verb] as const;

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
});

const http = { type: 'HTTP', httpMethod: 'GET', uri: 'http://backend.example/pets' };
const mapping = (expression: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${expression}]`;
const parameter = (name: string) =>
  `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${name}]`;

describe('the method request', () => {
  test('comes back as it was put, and its integration and responses stay', async () => {
    const { id } = await kit.control.requestValidators.create(editor, restApiId, {
      name: 'params',
      validateRequestParameters: true,
      validateRequestBody: false,
    });
    const input = {
      apiKeyRequired: true,
      operationName: 'ListPets',
      requestValidatorId: id,
      requestParameters: { 'method.request.querystring.q': true },
      requestModels: { 'application/json': 'Empty' },
    };
    const before = await kit.control.methods.get(...at());
    await kit.control.methods.put(...at(), input);
    const { methodIntegration, methodResponses } = before;
    expect(await kit.control.methods.get(...at())).toEqual({
      httpMethod: 'GET',
      authorizationType: 'NONE',
      ...input,
      methodIntegration,
      methodResponses,
    });
  });

  test('what the reference says of its parameters and body stays with those that stay', async () => {
    const [q, page] = ['method.request.querystring.q', 'method.request.querystring.page'] as const;
    const declared = {
      [q]: { description: 'A word', schema: { type: 'array', items: { type: 'string' } }, explode: false },
      [page]: { schema: { type: 'integer', minimum: 1 } },
      'method.request.body': { description: 'The pet' },
    };
    const undeclared = { 'method.request.header.X-None': { description: 'Of nothing' } };
    const input = { requestParameters: { [q]: true, [page]: false }, requestModels: { 'a/b': 'Empty' } };
    const parameterDocumentation = { ...declared, ...undeclared };
    const stored = async () => (await kit.control.methods.get(...at())).parameterDocumentation;
    await kit.control.methods.put(...at(), { ...input, parameterDocumentation });
    expect(await stored()).toEqual(declared);
    await kit.control.methods.put(...at(), { ...input, operationName: 'Find' });
    expect(await stored()).toEqual(declared);
    await kit.control.methods.put(...at(), { requestParameters: { [page]: true } });
    expect(await stored()).toEqual({ [page]: declared[page] });
    await kit.control.methods.put(...at(), {});
    expect(await stored()).toBeUndefined();
  });

  test.each<[string, string, MethodInput, string, string]>([
    [
      'an unknown verb',
      'FETCH',
      {},
      'httpMethod',
      'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
    ],
    [
      'an authorizer that is not there',
      'GET',
      { authorizationType: 'CUSTOM' },
      'authorizationType',
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    ],
    [
      'an unknown validator',
      'GET',
      { requestValidatorId: 'nosuch' },
      'requestValidatorId',
      'Invalid Request Validator identifier specified',
    ],
    [
      'an unknown model',
      'GET',
      { requestModels: { 'application/json': 'Nope' } },
      'requestModels.application/json',
      'Invalid model identifier specified: Nope',
    ],
    [
      'one name in two places',
      'GET',
      { requestParameters: { 'method.request.path.a': true, 'method.request.header.a': true } },
      'requestParameters',
      'Parameter names must be unique across querystring, header and path',
    ],
    [
      'a parameter from nowhere',
      'GET',
      { requestParameters: { 'method.request.cookie.a': true } },
      'requestParameters.method.request.cookie.a',
      'Invalid parameter: use method.request.path|querystring|header.Name',
    ],
  ])('refuses %s', async (_name, verb, input, field, message) => {
    const put = () => kit.control.methods.put(...at(verb), input);
    expect(await refusal(kit, put)).toEqual({ code: 'BadRequestException', message, fields: [field] });
  });

  test('a parameter that the integration maps cannot go', async () => {
    await kit.control.methods.put(...at(), { requestParameters: { 'method.request.header.X': false } });
    await kit.control.methods.putIntegration(...at(), {
      ...http,
      requestParameters: { 'integration.request.header.X': 'method.request.header.X' },
    });
    expect(await refusal(kit, () => kit.control.methods.put(...at(), {}))).toMatchObject({
      message: parameter('method.request.header.X'),
      fields: ['requestParameters.integration.request.header.X'],
    });
  });

  test.each([
    ['method', () => kit.control.methods.get(...at('PUT')), 'Invalid Method identifier specified'],
    [
      'resource',
      () => kit.control.methods.get(editor, restApiId, 'nosuch', 'GET'),
      'Invalid Resource identifier specified',
    ],
    [
      'method to delete',
      () => kit.control.methods.delete(...at('PUT')),
      'Invalid Method identifier specified',
    ],
    [
      'method to integrate',
      () => kit.control.methods.putIntegration(...at('PUT'), http),
      'Invalid Method identifier specified',
    ],
  ])('an unknown %s is not found', async (_name, work, message) => {
    expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException', message });
  });

  test('a resource of another API is not found under this one', async () => {
    const other = await mockApi(kit, 'Other');
    const get = () => kit.control.methods.get(editor, restApiId, other.rootResourceId, 'GET');
    expect(await refusal(kit, get)).toMatchObject({ code: 'NotFoundException' });
  });

  test('a deleted method is gone', async () => {
    await kit.control.methods.delete(...at());
    expect(await refusal(kit, () => kit.control.methods.get(...at()))).toMatchObject({
      code: 'NotFoundException',
    });
  });
});

describe('the integration', () => {
  test('comes back whole, with AWS defaults, and keeps the responses', async () => {
    const integration = await kit.control.methods.putIntegration(...at(), http);
    expect(integration).toEqual({
      ...http,
      requestParameters: {},
      requestTemplates: {},
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      integrationResponses: {
        '200': { statusCode: '200', responseParameters: {}, responseTemplates: {} },
      },
    });
    expect((await kit.control.methods.get(...at())).methodIntegration).toEqual(integration);
  });

  test.each<[string, unknown, string, string | RegExp]>([
    [
      'a URI that is not http',
      { ...http, uri: 'ftp://a.example' },
      'uri',
      /^Invalid HTTP endpoint specified for URI$/,
    ],
    ['a file', { ...http, uri: 'file:///etc/passwd' }, 'uri', /^Invalid HTTP endpoint specified for URI$/],
    [
      'a URI without a host',
      { ...http, uri: 'http:///x' },
      'uri',
      /^Invalid HTTP endpoint specified for URI$/,
    ],
    ['no URI', { type: 'HTTP', httpMethod: 'GET' }, 'uri', 'Invalid HTTP endpoint specified for URI'],
    [
      'no verb',
      { type: 'HTTP', uri: http.uri },
      'httpMethod',
      'Enumeration value for HttpMethod must be non-empty',
    ],
    [
      'a timeout above 15 minutes',
      { ...http, timeoutInMillis: 900_001 },
      'timeoutInMillis',
      'Timeout should be between 50 ms and 900000 ms',
    ],
    [
      'a malformed mapping',
      { ...http, requestParameters: { 'integration.request.header.X': 'true' } },
      'requestParameters.integration.request.header.X',
      mapping('true'),
    ],
    [
      'a mapping to nowhere',
      { ...http, requestParameters: { 'integration.request.body': "'x'" } },
      'requestParameters.integration.request.body',
      mapping('integration.request.body'),
    ],
    [
      'an undeclared parameter',
      { ...http, requestParameters: { 'integration.request.path.id': 'method.request.path.id' } },
      'requestParameters.integration.request.path.id',
      parameter('method.request.path.id'),
    ],
    [
      'a template that does not compile',
      { ...http, requestTemplates: { 'application/json': 'a\n#if($x)' } },
      'requestTemplates.application/json',
      /application\/json:2:/,
    ],
    [
      'a media type that is none',
      { ...http, requestTemplates: { '123': 'x' } },
      'requestTemplates.123',
      'Invalid content type specified',
    ],
    [
      'a regex that the gateway does not run',
      { ...http, integrationResponses: { '200': { statusCode: '200', selectionPattern: '(a)\\1' } } },
      'integrationResponses.200.selectionPattern',
      /^Not a regular expression that the gateway runs: /,
    ],
    [
      'a VPC link that is not named',
      { ...http, connectionType: 'VPC_LINK' },
      'connectionId',
      'Choose a VPC link',
    ],
    [
      'a VPC link that is not there',
      { ...http, connectionType: 'VPC_LINK', connectionId: 'nosuch' },
      'connectionId',
      'Invalid Vpc Link identifier specified',
    ],
    [
      'a VPC link without its connection type',
      { ...http, connectionId: 'nosuch' },
      'connectionId',
      'Only the connection type VPC_LINK has a VPC link',
    ],
    [
      'a mock behind a VPC link',
      { type: 'MOCK', connectionType: 'VPC_LINK', connectionId: 'nosuch' },
      'connectionType',
      'A mock integration calls no backend, so it has no VPC link',
    ],
    [
      'a mock over TLS',
      { type: 'MOCK', tlsConfig: { insecureSkipVerification: true } },
      'tlsConfig',
      'A mock integration calls no backend over TLS',
    ],
    ...['HTTP', 'MOCK'].map((type): [string, unknown, string, string] => [
      `a stream of ${type}`,
      { ...http, type, responseTransferMode: 'STREAM' },
      'responseTransferMode',
      'Only a proxy integration can stream its response',
    ]),
    [
      'a cache key that the method does not declare',
      { ...http, cacheKeyParameters: ['method.request.path.id'] },
      'cacheKeyParameters.0',
      'Invalid cache key parameter specified: method.request.path.id',
    ],
    [
      'a cache key that nothing is mapped to',
      { ...http, cacheKeyParameters: ['integration.request.header.X'] },
      'cacheKeyParameters.0',
      'Invalid cache key parameter specified: integration.request.header.X',
    ],
    [
      'a cache key that is none',
      { ...http, cacheKeyParameters: ['method.request.body'] },
      'cacheKeyParameters.0',
      /^Use method\.request\./,
    ],
    [
      'a content handling that is none',
      { ...http, contentHandling: 'CONVERT' },
      'contentHandling',
      /CONVERT_TO_BINARY/,
    ],
    [
      'a regex that does not compile',
      { ...http, integrationResponses: { '200': { statusCode: '200', selectionPattern: '(' } } },
      'integrationResponses.200.selectionPattern',
      'Not a regular expression that compiles',
    ],
    ['text instead of an object', 'HTTP', '', /./],
  ])('refuses %s', async (_name, input, field, message) => {
    const result = await refusal(kit, () => kit.control.methods.putIntegration(...at(), input));
    expect(result).toMatchObject({ code: 'BadRequestException', fields: [field] });
    expect(result.message).toMatch(message);
  });

  test('every member is kept and comes to the engine', async () => {
    const own = { 'method.request.header.X': false };
    await kit.control.methods.put(...at(), { requestParameters: own });
    const integration = {
      ...http,
      type: 'HTTP_PROXY',
      timeoutInMillis: 900_000,
      contentHandling: 'CONVERT_TO_TEXT',
      cacheNamespace: 'pets',
      cacheKeyParameters: ['method.request.header.X', 'integration.request.header.Y'],
      requestParameters: { 'integration.request.header.Y': 'method.request.header.X' },
      tlsConfig: { insecureSkipVerification: true },
      connectionType: 'VPC_LINK',
      connectionId: '${stageVariables.link}',
      responseTransferMode: 'STREAM',
      integrationResponses: {
        '200': { statusCode: '200', selectionPattern: '(?i)2\\d+', contentHandling: 'CONVERT_TO_BINARY' },
      },
    };
    expect(await kit.control.methods.putIntegration(...at(), integration)).toMatchObject(integration);
    expect((await kit.control.methods.get(...at())).methodIntegration).toMatchObject(integration);
    await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
    const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
    expect(() => checkDeployment(deployed)).not.toThrow();
    expect(deployed?.resources[0]?.resourceMethods.GET?.methodIntegration).toMatchObject(integration);
  });

  test('a VPC link that is there may be named', async () => {
    await kit.database.db
      .insert(vpcLinks)
      .values({ id: 'link01', name: 'L', targets: ['a:1'], createdDate: new Date() });
    const integration = { ...http, connectionType: 'VPC_LINK', connectionId: 'link01' };
    expect(await kit.control.methods.putIntegration(...at(), integration)).toMatchObject(integration);
  });

  test('a parameter that the cache is keyed by cannot be taken from the method', async () => {
    const own = { requestParameters: { 'method.request.header.X': false } };
    await kit.control.methods.put(...at(), own);
    const keyed = { ...http, cacheKeyParameters: ['method.request.header.X'] };
    await kit.control.methods.putIntegration(...at(), keyed);
    expect(await refusal(kit, () => kit.control.methods.put(...at(), {}))).toMatchObject({
      code: 'BadRequestException',
      fields: ['cacheKeyParameters.0'],
    });
  });

  test('deleted, it is gone, and gone twice is not found', async () => {
    await kit.control.methods.deleteIntegration(...at());
    expect(await kit.control.methods.get(...at())).not.toHaveProperty('methodIntegration');
    expect(await refusal(kit, () => kit.control.methods.deleteIntegration(...at()))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid Integration identifier specified',
    });
  });
});

describe('responses', () => {
  const location = 'method.response.header.Location';

  test('are put as a whole, method responses first', async () => {
    await kit.control.methods.putMethodResponses(...at(), {
      '200': { statusCode: '200', responseParameters: {}, responseModels: { 'application/json': 'Empty' } },
      '301': { statusCode: '301', responseParameters: { [location]: true }, responseModels: {} },
    });
    const responses = {
      '200': { statusCode: '200', responseParameters: {}, responseTemplates: {} },
      '301': {
        statusCode: '301',
        selectionPattern: '3\\d\\d',
        responseParameters: { [location]: 'integration.response.header.Location' },
        responseTemplates: { 'application/json': '{}' },
      },
    };
    const method = await kit.control.methods.putIntegrationResponses(...at(), responses);
    expect(method.methodIntegration?.integrationResponses).toEqual(responses);
  });

  test.each<[string, unknown, string, string]>([
    [
      'a header of an undeclared status',
      { '404': { statusCode: '404', responseParameters: { [location]: "'x'" } } },
      `404.responseParameters.${location}`,
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression parameter specified: ${location}]`,
    ],
    [
      'a key that differs from its status',
      { '404': { statusCode: '200' } },
      '404.statusCode',
      'The status code must be 404, as its key says',
    ],
    [
      'an undeclared header',
      { '200': { statusCode: '200', responseParameters: { [location]: "'x'" } } },
      `200.responseParameters.${location}`,
      parameter(location),
    ],
    [
      'a status that is none',
      { '600': { statusCode: '600' } },
      '600.statusCode',
      'A status code is three digits, 100 to 599',
    ],
    [
      'a pattern that does not compile',
      { '200': { statusCode: '200', selectionPattern: '[' } },
      '200.selectionPattern',
      'Not a regular expression that compiles',
    ],
  ])('of the integration: refuses %s', async (_name, input, field, message) => {
    const put = () => kit.control.methods.putIntegrationResponses(...at(), input);
    expect(await refusal(kit, put)).toEqual({
      code: 'BadRequestException',
      message,
      fields: [`integrationResponses.${field}`],
    });
  });

  test('keep their prose, and that of the headers which they declare', async () => {
    const ok = { statusCode: '200', responseModels: {}, description: 'All pets' };
    const said = { [location]: { description: 'Where it is', schema: { type: 'string', format: 'uri' } } };
    const put = (responseParameters: Record<string, boolean>) =>
      kit.control.methods.putMethodResponses(...at(), {
        '200': { ...ok, responseParameters, parameterDocumentation: said },
      });
    const stored = async () => (await kit.control.methods.get(...at())).methodResponses['200'];
    await put({ [location]: true });
    const declared = { ...ok, responseParameters: { [location]: true } };
    expect(await stored()).toEqual({ ...declared, parameterDocumentation: said });
    await put({});
    expect(await stored()).toEqual({ ...ok, responseParameters: {} });
  });

  test('of a method without an integration are refused', async () => {
    await kit.control.methods.put(...at('POST'), {});
    const put = () => kit.control.methods.putIntegrationResponses(...at('POST'), {});
    expect(await refusal(kit, put)).toMatchObject({ message: 'Invalid Integration identifier specified' });
  });

  test('a method response that an integration response uses cannot go', async () => {
    const put = () => kit.control.methods.putMethodResponses(...at(), {});
    expect(await refusal(kit, put)).toEqual({
      code: 'ConflictException',
      message: "Cannot delete method response '200', is referenced in integration response: GET /",
      fields: ['methodResponses.200'],
    });
  });

  test('nor can a header that one maps', async () => {
    const declared = { statusCode: '200', responseParameters: { [location]: false }, responseModels: {} };
    await kit.control.methods.putMethodResponses(...at(), { '200': declared });
    const mapped = { statusCode: '200', responseParameters: { [location]: "'/x'" } };
    await kit.control.methods.putIntegrationResponses(...at(), { '200': mapped });
    const put = () =>
      kit.control.methods.putMethodResponses(...at(), { '200': { ...declared, responseParameters: {} } });
    expect(await refusal(kit, put)).toMatchObject({
      code: 'ConflictException',
      fields: [`methodResponses.200.responseParameters.${location}`],
    });
  });

  test('a method response names a model of the API', async () => {
    const response = { statusCode: '200', responseParameters: {}, responseModels: { 'a/b': 'Nope' } };
    const put = () => kit.control.methods.putMethodResponses(...at(), { '200': response });
    expect(await refusal(kit, put)).toMatchObject({
      message: 'Invalid model identifier specified: Nope',
      fields: ['methodResponses.200.responseModels.a/b'],
    });
  });
});

describe('the test panel', () => {
  const call = () => ({
    restApiId,
    resourceId: root,
    httpMethod: 'GET',
    pathWithQueryString: '/?a=1',
    headers: { accept: '*/*' },
    body: '',
    stageVariables: { color: 'red' },
  });
  const answer = { status: 200, headers: {}, body: '', latency: 1, log: '', trace: [] };

  test('hands the undeployed resource to the engine', async () => {
    const calls: unknown[] = [];
    kit.ports.testInvoke = async (given) => {
      calls.push(given);
      return answer;
    };
    await kit.control.resources.create(editor, restApiId, { parentId: root, pathPart: 'other' });
    expect(await kit.control.methods.testInvoke(editor, call())).toEqual(answer);
    expect(calls).toMatchObject([
      {
        deployment: { restApiId, resources: [{ id: root, path: '/', resourceMethods: { GET: {} } }] },
        variables: { color: 'red' },
        pathWithQueryString: '/?a=1',
      },
    ]);
  });

  test('with all that the resource depends on', async () => {
    const { id } = await kit.control.requestValidators.create(editor, restApiId, {
      name: 'body',
      validateRequestParameters: false,
      validateRequestBody: true,
    });
    const requestModels = { 'application/json': 'Error' };
    await kit.control.methods.put(...at(), { requestValidatorId: id, requestModels });
    await kit.control.gatewayResponses.put(editor, restApiId, 'BAD_REQUEST_BODY', { statusCode: '422' });
    await kit.control.restApis.update(editor, restApiId, { binaryMediaTypes: ['image/*'] });
    let deployment: unknown;
    kit.ports.testInvoke = async (given) => {
      deployment = given.deployment;
      return answer;
    };
    await kit.control.methods.testInvoke(editor, call());
    expect(() => checkDeployment(deployment)).not.toThrow();
    expect(deployment).toMatchObject({
      models: [{ name: 'Empty' }, { name: 'Error' }],
      requestValidators: [{ id, validateRequestBody: true }],
      gatewayResponses: [{ responseType: 'BAD_REQUEST_BODY', statusCode: '422' }],
      binaryMediaTypes: ['image/*'],
      resources: [{ resourceMethods: { GET: { requestModels } } }],
    });
  });

  test.each([
    ['headers.a b', { headers: { 'a b': 'x' } }],
    ['headers.a', { headers: { a: 'x\r\ny' } }],
    ['pathWithQueryString', { pathWithQueryString: 'http://other/' }],
    ['pathWithQueryString', { pathWithQueryString: '/a b' }],
    ['stageVariables.a-b', { stageVariables: { 'a-b': 'x' } }],
  ])('refuses a bad %s', async (field, change) => {
    const work = () => kit.control.methods.testInvoke(editor, { ...call(), ...change });
    expect(await refusal(kit, work)).toMatchObject({ code: 'BadRequestException', fields: [field] });
  });

  test('refuses a method without an integration', async () => {
    await kit.control.methods.put(...at('POST'), {});
    const work = () => kit.control.methods.testInvoke(editor, { ...call(), httpMethod: 'POST' });
    expect(await refusal(kit, work)).toMatchObject({ message: 'No integration defined for method' });
  });

  test('is closed to viewers: it calls the backend', async () => {
    const work = () => kit.control.methods.testInvoke(testActor('viewer'), call());
    expect(await refusal(kit, work)).toMatchObject({ code: 'AccessDeniedException' });
  });
});

test('ANY stands beside explicit verbs', async () => {
  await mockMethod(kit, restApiId, root, 'ANY');
  const [resource] = await kit.control.resources.list(editor, restApiId);
  expect(Object.keys(resource?.resourceMethods ?? {})).toEqual(['ANY', 'GET']);
});
