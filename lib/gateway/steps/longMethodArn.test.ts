import { afterEach, expect, test } from 'vitest';
import type { DeploymentDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';

/* Reference section 1, step 4, and section 14: a method ARN of more than 1,600 bytes where it is authorized. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const BEFORE = 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/files/';
const pathOf = (arnBytes: number) => `/files/${'a'.repeat(arnBytes - BEFORE.length)}`;
const tooLong = '{"message":"Request URI too long"}';

const openToAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' }],
});

async function call(authorizationType: string, part: Partial<DeploymentDocument>, path: string) {
  const resources = { '/files/{name}': [method('GET', integration(), { authorizationType })] };
  gateway = await createTestGateway(snapshot({ deployments: [deployment(resources, part)] }));
  return gateway.call(path);
}

test.each<
  [rule: string, authorizationType: string, policy: string | undefined, bytes: number, status: number]
>([
  ['the longest with a resource policy', 'NONE', openToAll, 1_600, 200],
  ['one byte more with a resource policy', 'NONE', openToAll, 1_601, 414],
  ['the longest with authorization: asked for a signature', 'AWS_IAM', undefined, 1_600, 403],
  ['one byte more with authorization', 'AWS_IAM', undefined, 1_601, 414],
  ['any length where nothing is authorized', 'NONE', undefined, 4_000, 200],
])('%s', async (_rule, authorizationType, policy, bytes, status) => {
  const answer = await call(authorizationType, policy === undefined ? {} : { policy }, pathOf(bytes));
  expect(answer.status).toBe(status);
  if (status === 414)
    expect([answer.body, answer.headers['x-amzn-errortype']]).toEqual([
      tooLong,
      'RequestUriTooLongException',
    ]);
});

test('the ARN counts, not the URL: a query and an encoded letter do not make it longer', async () => {
  const path = `${pathOf(1_600).slice(0, -1)}%61?q=${'b'.repeat(1_000)}`;
  expect((await call('NONE', { policy: openToAll }, path)).status).toBe(200);
});

test('no gateway response of the API takes its place: it is none of AWS’s types', async () => {
  const gatewayResponses = [
    {
      responseType: 'DEFAULT_4XX' as const,
      statusCode: '499',
      responseParameters: {},
      responseTemplates: {},
    },
  ];
  const answer = await call('NONE', { policy: openToAll, gatewayResponses }, pathOf(1_601));
  expect([answer.status, answer.body]).toEqual([414, tooLong]);
});
