import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { type MockApi, mockApi } from './testing/mockApi';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();
/** ms; of a function on a machine that does much else */
const COLD_START = 120_000;
const uriOf = (functionName: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${functionName}/invocations`;

/** Another word each time it is asked about ada; for other tokens what an authorizer should not do. */
const CODE = `import { randomUUID } from 'node:crypto';
const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
const allow = (word) => ({ principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context: { word } });
export const handler = async ({ authorizationToken }) => {
  if (authorizationToken === 'token-of-ada') return allow(randomUUID());
  if (authorizationToken === 'garbage') return 'Allow';
  if (authorizationToken === 'large') return allow('x'.repeat(1_000_000));
  if (authorizationToken === 'crash') process.exit(3);
  if (authorizationToken === 'never') await new Promise((resolve) => setTimeout(resolve, 60_000));
  throw new Error('Unauthorized');
};`;

/** A method behind a TOKEN authorizer, a function of this name, whose word is the answer. */
async function guardedApi(
  installation: Installation,
  functionName: string,
): Promise<MockApi & { authorizerId: string }> {
  await installation.control('functions').create(operator, {
    functionName,
    runtime: 'nodejs20.x',
    timeout: 60,
    code: { inlineCode: CODE },
  });
  const api = await mockApi(installation);
  const { restApiId, resourceId, stageName } = api;
  const functionArn = `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`;
  await installation.control('functions').permitApi(operator, restApiId, [functionArn]);
  const { id: authorizerId } = await installation.control('authorizers').create(operator, restApiId, {
    name: 'who',
    type: 'TOKEN',
    authorizerUri: uriOf(functionName),
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

/**
 * The different words that calls over new connections, so that both workers are asked, are let in with. A busy
 * machine may need longer to start an instance than an authorizer is waited for: those calls are not in it.
 */
function words(url: string, calls = 40): Promise<string[]> {
  const headers = { Authorization: 'token-of-ada' };
  return until(
    'both workers know ada',
    async () => {
      const all = await Promise.all(Array.from({ length: calls }, () => call(url, false, headers)));
      return all.every(({ status }) => status === 200) && [...new Set(all.map(({ body }) => body))];
    },
    COLD_START,
  );
}

test('a real function authorizes; what it said counts in each worker until it is flushed', async () => {
  const installation = await install();
  const { url, restApiId, stageName, authorizerId } = await guardedApi(installation, 'who');
  const before = await words(url);
  expect((await call(url, false)).status).toBe(401);
  expect((await call(url, false, { Authorization: 'another' })).status).toBe(401);
  const again = await words(url);
  // One word a worker: each asked once.
  expect(new Set([...before, ...again]).size).toBeLessThanOrEqual(2);

  await installation.control('stages').flushAuthorizersCache(operator, restApiId, stageName);
  const after = await words(url);
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

test('F17: a real function that crashes, answers garbage, too much or never lets nobody in', async () => {
  const installation = await install();
  const { url } = await guardedApi(installation, 'unfit');
  const status = async (token: string) => (await call(url, false, { Authorization: token })).status;
  await words(url);
  const never = status('never');
  expect(await Promise.all(['garbage', 'large', 'crash'].map(status))).toEqual([500, 500, 500]);
  // What was granted goes on meanwhile, from the cache.
  expect(await status('token-of-ada')).toBe(200);
  expect(await never).toBe(500);
});
