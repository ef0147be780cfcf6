import { describe, expect, test } from 'vitest';
import type { MethodInput } from '@/lib/model/method';
import { editor, mockApi, mockMethod, refusal } from '../testControl';
import { http, methodBench, parameter } from './testing';

const bench = methodBench();
const { kit, at } = bench;

describe('the method request', () => {
  test('comes back as it was put, and its integration and responses stay', async () => {
    const { id } = await kit.control.requestValidators.create(editor, bench.restApiId, {
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
      () => kit.control.methods.get(editor, bench.restApiId, 'nosuch', 'GET'),
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
    const get = () => kit.control.methods.get(editor, bench.restApiId, other.rootResourceId, 'GET');
    expect(await refusal(kit, get)).toMatchObject({ code: 'NotFoundException' });
  });

  test('a deleted method is gone', async () => {
    await kit.control.methods.delete(...at());
    expect(await refusal(kit, () => kit.control.methods.get(...at()))).toMatchObject({
      code: 'NotFoundException',
    });
  });
});

test('ANY stands beside explicit verbs', async () => {
  await mockMethod(kit, bench.restApiId, bench.root, 'ANY');
  const [resource] = await kit.control.resources.list(editor, bench.restApiId);
  expect(Object.keys(resource?.resourceMethods ?? {})).toEqual(['ANY', 'GET']);
});
