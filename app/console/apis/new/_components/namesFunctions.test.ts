import { expect, test } from 'vitest';
import { namesFunctions } from './namesFunctions';

const ours = ['arn:aws:lambda:us-east-1:000000000000:function:orders'];
const uri = (arn: string) =>
  `uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

test.each([
  ['a function of ours', uri('arn:aws:lambda:us-east-1:000000000000:function:orders'), true],
  ['its alias, in another region', uri('arn:aws:lambda:eu-west-1:000000000000:function:orders:live'), true],
  ['one whose name only begins alike', uri('arn:aws:lambda:us-east-1:000000000000:function:orders2'), false],
  ['one of another account', uri('arn:aws:lambda:us-east-1:123456789012:function:orders'), false],
  ['no function', 'openapi: 3.0.1', false],
])('a document with %s', (_, document, named) => {
  expect(namesFunctions(document, ours)).toBe(named);
});

test('an installation without functions has none that a document names', () => {
  expect(namesFunctions(uri('arn:aws:lambda:us-east-1:000000000000:function:orders'), [])).toBe(false);
});
