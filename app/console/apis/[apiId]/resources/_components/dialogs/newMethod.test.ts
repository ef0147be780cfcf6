import { expect, test } from 'vitest';
import { invocationUri } from '@/components/console/functionUri';
import { integration } from '@/lib/model/integration';
import { methodInput } from '@/lib/model/method';
import { newMethod } from './newMethod';

const functionUri = invocationUri('arn:aws:lambda:us-east-1:000000000000:function:hello');
const base = { httpMethod: 'GET', backendMethod: 'GET', apiKeyRequired: false, functionUri } as const;

test.each([
  [
    'a path parameter that the URI names is mapped',
    { ...base, kind: 'HTTP', uri: 'https://a.example/{id}' } as const,
    { 'integration.request.path.id': 'method.request.path.id' },
    true,
  ],
  [
    'a path parameter that the URI does not name is only declared',
    { ...base, kind: 'HTTP_PROXY', uri: 'https://a.example/' } as const,
    {},
    false,
  ],
  ['a Lambda proxy answers by itself', { ...base, kind: 'LAMBDA_PROXY', uri: '' } as const, {}, false],
  ['a Lambda call has a response', { ...base, kind: 'LAMBDA', uri: '' } as const, {}, true],
  ['a mock chooses 200', { ...base, kind: 'MOCK', uri: '' } as const, {}, true],
])('%s', (_, input, mappings, withResponse) => {
  const made = newMethod('/shops/{id}', input);
  expect(methodInput.parse(made.method).requestParameters).toEqual({ 'method.request.path.id': true });
  expect(integration.parse(made.integration).requestParameters).toEqual(mappings);
  expect(made.withResponse).toBe(withResponse);
});

test('a greedy parameter is declared and mapped without its plus', () => {
  const made = newMethod('/{proxy+}', { ...base, kind: 'HTTP_PROXY', uri: 'https://a.example/{proxy}' });
  expect(made.integration.requestParameters).toEqual({
    'integration.request.path.proxy': 'method.request.path.proxy',
  });
});
