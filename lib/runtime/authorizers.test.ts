import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { call } from './testing/Load';
import { type MockApi, mockApi } from './testing/mockApi';

const install = installations();
const uri =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:who/invocations';

/** Who comes with another word each time the function is asked. */
const CODE = `import { randomUUID } from 'node:crypto';
export const handler = async ({ authorizationToken }) => {
  if (authorizationToken !== 'token-of-ada') throw new Error('Unauthorized');
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context: { word: randomUUID() } };
};`;

/** A method behind a TOKEN authorizer whose word is the answer. */
async function guardedApi(installation: Installation): Promise<MockApi & { authorizerId: string }> {
  await installation.control('functions').create(operator, {
    functionName: 'who',
    runtime: 'nodejs20.x',
    timeout: 20,
    code: { inlineCode: CODE },
  });
  const api = await mockApi(installation);
  const { restApiId, resourceId, stageName } = api;
  const { id: authorizerId } = await installation.control('authorizers').create(operator, restApiId, {
    name: 'who',
    type: 'TOKEN',
    authorizerUri: uri,
    identitySource: 'method.request.header.Authorization',
  });
  const methods = installation.control('methods');
  const at = [operator, restApiId, resourceId, 'GET'] as const;
  await methods.put(...at, { authorizationType: 'CUSTOM', authorizerId });
  await methods.putIntegrationResponses(...at, {
    '200': { statusCode: '200', responseTemplates: { 'application/json': '$context.authorizer.word' } },
  });
  await installation.control('deployments').create(operator, restApiId, { stageName });
  return { ...api, authorizerId };
}

/** The different answers to calls over new connections, so that both workers are asked. */
async function answers(url: string, calls = 40): Promise<string[]> {
  const headers = { Authorization: 'token-of-ada' };
  const all = await Promise.all(Array.from({ length: calls }, () => call(url, false, headers)));
  return [...new Set(all.map(({ status, body }) => `${status} ${body}`))];
}

test('a real function authorizes; what it said counts in each worker until it is flushed', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_WORKERS: '2' });
  await installation.start();
  const { url, restApiId, stageName, authorizerId } = await guardedApi(installation);
  expect((await call(url, false)).status).toBe(401);
  expect((await call(url, false, { Authorization: 'another' })).status).toBe(401);
  const before = await answers(url);
  expect(before.every((answer) => answer.startsWith('200 '))).toBe(true);
  const again = await answers(url);
  // One word a worker: each asked once.
  expect(new Set([...before, ...again]).size).toBeLessThanOrEqual(2);

  await installation.control('stages').flushAuthorizersCache(operator, restApiId, stageName);
  const after = await answers(url);
  expect(after.filter((answer) => [...before, ...again].includes(answer))).toEqual([]);

  const trial = await installation.control('authorizers').test(operator, restApiId, authorizerId, {
    headers: { Authorization: 'token-of-ada' },
    pathWithQueryString: '/version',
    body: '',
    stageVariables: {},
  });
  expect(trial).toMatchObject({ clientStatus: 200, principalId: 'ada' });
  expect(trial.log).toContain('test-invoke-stage/GET/version');
});
