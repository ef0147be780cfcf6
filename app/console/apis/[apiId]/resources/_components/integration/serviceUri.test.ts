import { expect, test } from 'vitest';
import { integration } from '@/lib/model/integration';
import { readServiceUri, serviceUri, serviceWords } from './serviceUri';

test.each([
  ['arn:aws:apigateway:us-east-1:sqs:path/000000000000/orders', 'sqs 000000000000/orders'],
  ['arn:aws:apigateway:us-east-1:dynamodb:action/PutItem', 'dynamodb PutItem'],
  ['arn:aws:apigateway:us-east-1:pictures.s3:path/{key}', 'pictures.s3 {key}'],
])('%s is read, said and written again', (uri, words) => {
  const read = readServiceUri(uri);
  expect(read && serviceUri(read)).toBe(uri);
  expect(serviceWords(uri)).toBe(words);
  expect(integration.safeParse({ type: 'AWS', httpMethod: 'POST', uri }).success).toBe(true);
});

test('parts that are not typed yet are empty', () => {
  expect(readServiceUri('arn:aws:apigateway:::path/')).toEqual({
    region: '',
    service: '',
    kind: 'path',
    rest: '',
  });
});

test('an address is none', () => {
  expect(readServiceUri('https://a.example')).toBeUndefined();
});
