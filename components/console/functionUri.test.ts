import { expect, test } from 'vitest';
import { functionInvocationUri } from '@/lib/model/authorizer';
import { functionArn, functionWords, invocationUri, invokedArn, readFunctionArn } from './functionUri';

const hello = { region: 'eu-west-1', accountId: '123456789012', functionName: 'hello' };

test.each([
  ['$LATEST', hello, 'hello'],
  ['a version', { ...hello, qualifier: '3' }, 'hello:3'],
  ['an alias', { ...hello, qualifier: 'live' }, 'hello:live'],
  [
    'an alias of the stage',
    { ...hello, qualifier: '${stageVariables.alias}' },
    'hello:${stageVariables.alias}',
  ],
  ['a function of the stage', { ...hello, functionName: '${stageVariables.fn}' }, '${stageVariables.fn}'],
])('%s is written and read again', (_, named, words) => {
  for (const streams of [false, true]) {
    const uri = invocationUri(functionArn(named), streams);
    expect(functionInvocationUri.safeParse(uri).success).toBe(true);
    expect(readFunctionArn(invokedArn(uri) ?? '')).toEqual(named);
    expect(functionWords(uri)).toBe(words);
  }
});

test('the URI is the one that AWS documents', () => {
  expect(invocationUri(functionArn(hello))).toBe(
    'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:hello/invocations',
  );
  expect(invocationUri(functionArn(hello), true)).toBe(
    'arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/arn:aws:lambda:eu-west-1:123456789012:function:hello/response-streaming-invocations',
  );
});

test.each([
  'https://a.example',
  'arn:aws:apigateway:us-east-1:sqs:path/1/q',
])('%s names no function', (uri) => {
  expect(invokedArn(uri)).toBeUndefined();
  expect(functionWords(uri)).toBe(uri);
});
