import { expect, test } from 'vitest';
import { editor, refusal, testControl } from '../testControl';

const kit = testControl();
const document = `openapi: 3.0.1
info: { title: Functions, version: '1' }
paths:
  /hello:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:hello/invocations
    put:
      x-amazon-apigateway-integration:
        type: aws_proxy
        httpMethod: POST
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:far/invocations
`;
const missing = (warnings: { message: string }[]) =>
  warnings.filter(({ message }) => message.startsWith('There is no function'));

test('an import tells of functions that are not here, with their line, and is taken', async () => {
  const { warnings, restApi } = await kit.control.restApis.import(editor, { document });
  expect(missing(warnings)).toEqual([
    {
      line: 9,
      pointer: '/paths/~1hello/get/x-amazon-apigateway-integration/uri',
      message: 'There is no function hello: create it before you deploy.',
    },
  ]);
  expect(restApi).toBeDefined();
  const strict = () => kit.control.restApis.import(editor, { document, failOnWarnings: true });
  expect((await refusal(kit, strict)).code).toBe('BadRequestException');
});

test('and tells nothing of those that are', async () => {
  const code = { inlineCode: '' };
  await kit.control.functions.create(editor, { functionName: 'hello', runtime: 'nodejs20.x', code });
  const { warnings } = await kit.control.restApis.import(editor, { document });
  expect(missing(warnings)).toEqual([]);
});
