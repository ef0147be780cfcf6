import { expect, test } from 'vitest';
import type { FunctionPermission } from '@/lib/model/function';
import { apiOfSource, conditionLines, permissionInputOf, principalWords } from './permissionWords';

const statement: FunctionPermission = {
  Sid: 'api',
  Effect: 'Allow',
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  Resource: 'arn:aws:lambda:us-east-1:000000000000:function:orders',
};
const sourceArn = 'arn:aws:execute-api:us-east-1:000000000000:abc123/*/GET/pets';
const narrow = {
  StringEquals: { 'AWS:SourceAccount': '000000000000' },
  ArnLike: { 'AWS:SourceArn': sourceArn },
};

test.each([
  ['a service', statement.Principal, 'apigateway.amazonaws.com'],
  ['an account', { AWS: 'arn:aws:iam::123456789012:root' }, 'arn:aws:iam::123456789012:root'],
  ['anybody', '*', '*'],
] as const)('%s is told as it is written', (_, Principal, words) => {
  expect(principalWords({ ...statement, Principal })).toBe(words);
});

test('every condition is told', () => {
  expect(conditionLines(statement)).toEqual([]);
  expect(conditionLines({ ...statement, Condition: narrow })).toEqual([
    'StringEquals AWS:SourceAccount 000000000000',
    `ArnLike AWS:SourceArn ${sourceArn}`,
  ]);
});

test.each([
  [sourceArn, { apiId: 'abc123', place: '*/GET/pets' }],
  ['arn:aws:execute-api:us-east-1:000000000000:abc123', { apiId: 'abc123', place: '' }],
  ['arn:aws:execute-api:us-east-1:000000000000:*/*', undefined],
  ['arn:aws:s3:::bucket', undefined],
])('the API of %s', (arn, found) => {
  expect(apiOfSource(arn)).toEqual(found);
});

test('what undoes a removal has all that the statement had', () => {
  const removed = { ...statement, Condition: { ArnLike: { 'aws:SourceArn': sourceArn } } };
  expect(permissionInputOf(removed, 'live')).toEqual({
    statementId: 'api',
    action: 'lambda:InvokeFunction',
    principal: 'apigateway.amazonaws.com',
    sourceArn,
    qualifier: 'live',
  });
  expect(permissionInputOf({ ...statement, Condition: narrow })).toMatchObject({
    sourceArn,
    sourceAccount: '000000000000',
  });
});
