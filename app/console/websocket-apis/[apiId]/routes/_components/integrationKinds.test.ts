import { expect, test } from 'vitest';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { integrationWords, kindOf, withKind } from './integrationKinds';

const uri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:chat/invocations';

test.each<[IntegrationInput, string, string]>([
  [{ integrationType: 'AWS_PROXY', integrationUri: uri }, 'LAMBDA_PROXY', 'Lambda proxy: chat'],
  [{ integrationType: 'AWS', integrationUri: uri }, 'LAMBDA', 'Lambda: chat'],
  [
    { integrationType: 'AWS', integrationUri: 'arn:aws:apigateway:us-east-1:sqs:path/1/q' },
    'AWS',
    'AWS service: arn:aws:apigateway:us-east-1:sqs:path/1/q',
  ],
  [
    { integrationType: 'HTTP', integrationMethod: 'PUT', integrationUri: 'http://a/b' },
    'HTTP',
    'HTTP: PUT http://a/b',
  ],
  [{ integrationType: 'MOCK' }, 'MOCK', 'Mock'],
])('%o is a %s', (integration, kind, words) => {
  expect(kindOf(integration)).toBe(kind);
  expect(integrationWords(integration)).toBe(words);
});

test('the function stays when templates are chosen for it, and goes when a service is', () => {
  const proxy: IntegrationInput = { integrationType: 'AWS_PROXY', integrationUri: uri };
  expect(withKind(proxy, 'LAMBDA')).toMatchObject({ integrationType: 'AWS', integrationUri: uri });
  expect(withKind(proxy, 'HTTP')).not.toHaveProperty('integrationUri');
  expect(withKind(proxy, 'MOCK').requestTemplates).toEqual({ $default: '{"statusCode": 200}' });
});
