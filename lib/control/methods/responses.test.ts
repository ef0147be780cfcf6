import { describe, expect, test } from 'vitest';
import { refusal } from '../testControl';
import { methodBench, parameter } from './testing';

const { kit, at } = methodBench();

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
