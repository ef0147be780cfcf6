import { expect, test } from 'vitest';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { type Answer, call, Load } from './testing/Load';
import { type MockApi, mockApi } from './testing/mockApi';
import { until } from './testing/until';

const install = installations();

/** Lets ada in; what other tokens ask for is what no code should do. It runs outside of what the runtime awaits. */
const CODE = `const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
const never = new Promise((resolve) => setTimeout(resolve, 60_000));
export const handler = async ({ authorizationToken: token }) => {
  if (token === 'throws') { setTimeout(() => { throw new Error('thrown by nobody'); }); await never; }
  if (token === 'rejects') { Promise.reject(new Error('rejected by nobody')); await never; }
  if (token === 'loops') for (;;);
  return { principalId: token, policyDocument: { Version: '2012-10-17', Statement } };
};`;

/** A thousand turns inside a thousand, inside a thousand: AWS's own limits let it run for a quarter of an hour. */
const ENDLESS = `#set($list = $util.parseJson('[${Array.from({ length: 1000 }, (_, at) => at).join(',')}]'))
#foreach($a in $list)#foreach($b in $list)#foreach($c in $list)#set($x = $a + $b + $c)#end#end#end`;

/** `GET /version` behind the function. */
async function guardedApi(installation: Installation): Promise<MockApi> {
  await installation.control('functions').create(operator, {
    functionName: 'guard',
    runtime: 'nodejs20.x',
    timeout: 3,
    code: { inlineCode: CODE },
  });
  const api = await mockApi(installation);
  const { id: authorizerId } = await installation.control('authorizers').create(operator, api.restApiId, {
    name: 'guard',
    type: 'TOKEN',
    authorizerUri:
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:guard/invocations',
    identitySource: 'method.request.header.Authorization',
    authorizerResultTtlInSeconds: 300,
  });
  const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:guard';
  await installation.control('functions').permitApi(operator, api.restApiId, [functionArn]);
  const at = [operator, api.restApiId, api.resourceId, 'GET'] as const;
  await installation.control('methods').put(...at, { authorizationType: 'CUSTOM', authorizerId });
  await api.deploy(1);
  return api;
}

/** `GET /version` whose response template does not end. */
async function endlessApi(installation: Installation): Promise<MockApi> {
  const api = await mockApi(installation);
  const at = [operator, api.restApiId, api.resourceId, 'GET'] as const;
  await installation.control('methods').putIntegrationResponses(...at, {
    '200': { statusCode: '200', responseTemplates: { 'application/json': ENDLESS } },
  });
  const { restApiId, stageName } = api;
  await installation.control('deployments').create(operator, restApiId, { stageName });
  return api;
}

/** What the function's log says of the invocation in whose log the words are: all its lines. */
function invocationThatSaid(installation: Installation, words: string): Promise<string> {
  const functions = installation.control('functions');
  return until(`the log that says: ${words}`, async () => {
    const line = (await functions.logs(operator, 'guard', {})).find(({ message }) => message.includes(words));
    if (!line?.requestId) return false;
    const lines = await functions.logs(operator, 'guard', { requestId: line.requestId });
    return lines.map(({ message }) => message.replaceAll(line.requestId, 'ID')).join('\n');
  });
}

const summary = ({ status, headers }: Answer) => [status, headers['x-amzn-errortype']];

test('F14: an uncaught exception, an unhandled rejection and endless loops cost their own call alone', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_WORKERS: '1' });
  await installation.start();
  const guarded = await guardedApi(installation);
  const endless = await endlessApi(installation);
  const plain = await mockApi(installation);
  await plain.deploy(1);
  const as = (Authorization: string) => call(guarded.url, false, { Authorization });
  // The first instance starts; from here on ada's grant is kept.
  await until('ada is let in', async () => (await as('ada')).status === 200, 120_000);
  const [worker] = (await installation.healthy()).workers;

  const load = new Load(plain.url, 4, { pauseMs: 5 });
  const failures = await Promise.all([as('throws'), as('rejects'), as('loops'), call(endless.url)]);
  const ada = await as('ada');
  const counts = await load.stop();

  expect(failures.map(summary)).toEqual([
    [500, 'AuthorizerFailureException'],
    [500, 'AuthorizerFailureException'],
    [500, 'AuthorizerFailureException'],
    [500, 'InternalServerErrorException'],
  ]);
  expect(new Set(failures.map(({ headers }) => headers['x-amzn-requestid'])).size).toBe(4);
  expect([ada.status, Object.keys(counts)]).toEqual([200, ['200']]);

  for (const words of ['thrown by nobody', 'rejected by nobody', 'Task timed out after 3.00 seconds'])
    expect(await invocationThatSaid(installation, words)).toContain('REPORT RequestId: ID');
  // The worker that served them all is the one that serves still, and saw no fault of its own.
  expect((await installation.healthy()).workers).toEqual([expect.objectContaining({ pid: worker?.pid })]);
  // The template's fault is told by the id that its caller got.
  const id = String(failures[3]?.headers['x-amzn-requestid']);
  await until('the fault of the template is in the log', async () => installation.output.includes(id));
  expect(installation.output).not.toMatch(/Uncaught exception|Unhandled rejection|nobody foresaw/);
});
