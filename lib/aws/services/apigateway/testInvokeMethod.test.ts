import { APIGatewayClient, TestInvokeMethodCommand } from '@aws-sdk/client-api-gateway';
import { expect, test } from 'vitest';
import { mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const asked: unknown[] = [];
const kit = testDoor({
  testInvoke: async ({ httpMethod, pathWithQueryString, headers, body, variables }) => {
    asked.push({ httpMethod, pathWithQueryString, headers, body, variables });
    return {
      status: 500,
      headers: {
        'x-amzn-RequestId': ['r'],
        'x-amz-apigw-id': ['i'],
        'x-amzn-ErrorType': ['InternalServerErrorException'],
        'Set-Cookie': ['a=1', 'b=2'],
      },
      body: '{}',
      latency: 3,
      trace: [],
      log: 'first\nlast',
    };
  },
});

test('a test has no header of an endpoint, and its log ends its last line, as recorded', async () => {
  const api = await mockApi(kit);
  const answer = await new APIGatewayClient(kit.client()).send(
    new TestInvokeMethodCommand({
      restApiId: api.id,
      resourceId: api.rootResourceId,
      httpMethod: 'GET',
      pathWithQueryString: '/?a=1',
      headers: { A: '1' },
      multiValueHeaders: { B: ['2', '3'] },
      body: 'sent',
      stageVariables: { v: '1' },
    }),
  );
  expect(asked).toEqual([
    {
      httpMethod: 'GET',
      pathWithQueryString: '/?a=1',
      headers: { A: '1', B: '2,3' },
      body: 'sent',
      variables: { v: '1' },
    },
  ]);
  expect(answer).toMatchObject({ status: 500, body: '{}', latency: 3, log: 'first\nlast\n' });
  expect(answer.headers).toEqual({ 'x-amzn-ErrorType': 'InternalServerErrorException', 'Set-Cookie': 'b=2' });
  expect(answer.multiValueHeaders).toEqual({
    'x-amzn-ErrorType': ['InternalServerErrorException'],
    'Set-Cookie': ['a=1', 'b=2'],
  });
});
