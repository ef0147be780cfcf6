import { expect, test } from 'vitest';
import { draftForApi, permissionDraft, permissionInput } from './permissionDraft';

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:orders';

test('an API fills in what API Gateway needs, in the function’s region and account', () => {
  const draft = draftForApi({ ...permissionDraft, qualifier: 'live' }, 'abc123', functionArn);
  expect(permissionInput(draft)).toEqual({
    statementId: 'apigateway-abc123',
    principal: 'apigateway.amazonaws.com',
    action: 'lambda:InvokeFunction',
    sourceArn: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/*',
    qualifier: 'live',
  });
});

test('what was left empty is not said, and spaces around a text are none of it', () => {
  const draft = { ...permissionDraft, statementId: ' all ', principal: '*', sourceAccount: ' ' };
  expect(permissionInput(draft)).toEqual({
    statementId: 'all',
    principal: '*',
    action: 'lambda:InvokeFunction',
  });
});
