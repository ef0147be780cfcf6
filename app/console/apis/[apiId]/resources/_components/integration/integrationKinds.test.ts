import { expect, test } from 'vitest';
import { integration } from '@/lib/model/integration';
import { integrationKinds, kindOf, typeOfKind, uriForKind } from './integrationKinds';

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:hello';
const place = { region: 'eu-west-1', functionArn };
const invocation = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionArn}/invocations`;

test.each(integrationKinds)('%s is told from what it makes', (kind) => {
  const type = typeOfKind(kind);
  expect(kindOf({ type, uri: uriForKind(kind, '', place) })).toBe(kind);
});

test.each([
  ['LAMBDA_PROXY', 'https://a.example', invocation],
  ['LAMBDA_PROXY', invocation.replace('hello', 'other'), invocation.replace('hello', 'other')],
  ['LAMBDA', '', invocation],
  ['HTTP', invocation, ''],
  ['HTTP', 'https://a.example', 'https://a.example'],
  ['AWS', invocation, 'arn:aws:apigateway:eu-west-1:sqs:path/'],
  ['AWS', 'arn:aws:apigateway:us-east-1:s3:path/b', 'arn:aws:apigateway:us-east-1:s3:path/b'],
] as const)('%s takes %s over as %s', (kind, before, after) => {
  expect(uriForKind(kind, before, place)).toBe(after);
});

test('a Lambda call without a function is refused', () => {
  const uri = uriForKind('LAMBDA', '', { region: 'us-east-1' });
  const refused = integration.safeParse({ type: 'AWS', httpMethod: 'POST', uri });
  expect(refused.error?.issues).toMatchObject([{ path: ['uri'], message: 'Choose a function' }]);
});
