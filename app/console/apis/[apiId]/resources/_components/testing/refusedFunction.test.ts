import { expect, test } from 'vitest';
import { refusedFunction } from './refusedFunction';

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:orders:live';
const refused = 'Execution failed due to configuration error: Invalid permissions on Lambda function';
const noRole =
  'Execution failed due to configuration error: API Gateway does not have permission to assume the provided role';
const called = `Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/${arn}/invocations`;

test.each([
  ['that the policy refused', `${called}\n${refused}`, arn],
  ['that the role was not assumed for', `${called}\n${noRole}`, arn],
  ['by its ARN alone', `Endpoint request URI: ${arn}\n${refused}`, arn],
  ['that ran', `${called}\nMethod completed with status: 200`, undefined],
  ['that nobody called', refused, undefined],
])('a function %s', (_, log, found) => {
  expect(refusedFunction(log)).toBe(found);
});
