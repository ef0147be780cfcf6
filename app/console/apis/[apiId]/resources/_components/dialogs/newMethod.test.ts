import { expect, test } from 'vitest';
import { integration } from '@/lib/model/integration';
import { methodInput } from '@/lib/model/method';
import { newMethod } from './newMethod';

const base = { httpMethod: 'GET', backendMethod: 'GET', apiKeyRequired: false } as const;

test.each([
  [
    'a path parameter that the URI names is mapped',
    { ...base, type: 'HTTP', uri: 'https://a.example/{id}' } as const,
    { 'integration.request.path.id': 'method.request.path.id' },
    true,
  ],
  [
    'a path parameter that the URI does not name is only declared',
    { ...base, type: 'HTTP_PROXY', uri: 'https://a.example/' } as const,
    {},
    false,
  ],
  ['a mock chooses 200', { ...base, type: 'MOCK', uri: '' } as const, {}, true],
])('%s', (_, input, mappings, withResponse) => {
  const made = newMethod('/shops/{id}', input);
  expect(methodInput.parse(made.method).requestParameters).toEqual({ 'method.request.path.id': true });
  expect(integration.parse(made.integration).requestParameters).toEqual(mappings);
  expect(made.withResponse).toBe(withResponse);
});

test('a greedy parameter is declared and mapped without its plus', () => {
  const made = newMethod('/{proxy+}', { ...base, type: 'HTTP_PROXY', uri: 'https://a.example/{proxy}' });
  expect(made.integration.requestParameters).toEqual({
    'integration.request.path.proxy': 'method.request.path.proxy',
  });
});
