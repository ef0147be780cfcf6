import { expect, test } from 'vitest';
import { invocationUri } from '@/components/console/functionUri';
import { integrationRequestShape } from './boxValues';
import { callable, isCallable } from './callable';

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:hello';
const right = integrationRequestShape.parse({
  type: 'AWS_PROXY',
  httpMethod: 'POST',
  uri: invocationUri(arn),
  timeoutInMillis: 29_000,
  passthroughBehavior: 'WHEN_NO_MATCH',
  requestParameters: {},
  requestTemplates: {},
});

test.each([
  ['POST by the plain URI', {}, true],
  ['another verb', { httpMethod: 'GET' }, false],
  ['a stream by the plain URI', { responseTransferMode: 'STREAM' }, false],
  ['no stream by the URI of streams', { uri: invocationUri(arn, true) }, false],
  ['a stream by its URI', { uri: invocationUri(arn, true), responseTransferMode: 'STREAM' }, true],
] as const)('%s', (_, part, expected) => {
  const value = { ...right, ...part };
  expect(isCallable(value)).toBe(expected);
  expect(isCallable(callable(value))).toBe(true);
});
