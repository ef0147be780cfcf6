import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { processesMarked } from '@/lib/functions/processTree';
import { functionSocket } from './functions/functionFolder';
import { type Installation, operator } from './testing/Installation';
import { call } from './testing/Load';
import { sharedInstallation } from './testing/sharedInstallation';
import { until } from './testing/until';

const install = sharedInstallation();
const ARN = 'arn:aws:lambda:us-east-1:000000000000:function';

const answering = (expression: string) => ({
  inlineCode: `export const handler = async (event) => {
  console.log('asked', event.httpMethod);
  return { statusCode: 200, body: JSON.stringify(${expression}) };
};`,
});

/** A function, and its alias `live`, which every API may invoke. */
async function createFunction(
  installation: Installation,
  functionName: string,
  expression: string,
): Promise<void> {
  const functions = installation.control('functions');
  await functions.create(operator, {
    functionName,
    runtime: 'nodejs20.x',
    timeout: 20,
    environment: { SECRET_WORD: 'squeamish ossifrage' },
    code: answering(expression),
  });
  await functions.putAlias(operator, functionName, 'live', { functionVersion: '$LATEST' });
  await functions.addPermission(operator, functionName, {
    statementId: 'apis',
    action: 'lambda:InvokeFunction',
    principal: 'apigateway.amazonaws.com',
    qualifier: 'live',
  });
}

/** An API whose root is the function; returns its URL. */
async function proxied(installation: Installation, functionName: string): Promise<string> {
  const api = await installation.control('restApis').create(operator, { name: 'functions' });
  const at = [operator, api.id, api.rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...at, {});
  await installation.control('methods').putIntegration(...at, {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}:${functionName}:live/invocations`,
  });
  await installation.control('deployments').create(operator, api.id, { stageName: 'prod' });
  return installation.gatewayUrl(api.id, 'prod', '/');
}

/** Processes of the installation's instances. */
const instancesOf = ({ dataDir }: Installation) => processesMarked(`LAMBDA_TASK_ROOT=${dataDir}`);

test('a function from its creation to its logs: environment, versions, change, and the death of its host', async () => {
  const installation = await install();
  await createFunction(installation, 'hello', '{ method: event.httpMethod, env: process.env }');
  const functions = installation.control('functions');
  const url = await proxied(installation, 'hello');
  const ask = async () => JSON.parse((await call(url, false)).body);

  const first = await ask();
  expect(first).toMatchObject({
    method: 'GET',
    env: { SECRET_WORD: 'squeamish ossifrage', AWS_LAMBDA_FUNCTION_NAME: 'hello' },
  });
  expect(Object.keys(first.env).filter((name) => /GATEHOUSE|DATABASE|NODE_ENV/.test(name))).toEqual([]);
  const published = readFileSync(join(installation.dataDir, 'functions/published'), 'utf8');
  expect(published).not.toContain('ossifrage');

  const outcome = await functions.invoke(operator, 'hello', {
    qualifier: 'live',
    payload: '{"httpMethod":"PUT"}',
  });
  expect(outcome).toMatchObject({ status: 200, executedVersion: '$LATEST' });
  expect(outcome).not.toHaveProperty('functionError');
  expect(JSON.parse(JSON.parse(outcome.payload).body).method).toBe('PUT');
  expect(outcome.log).toMatch(
    /^START RequestId: [\s\S]+asked PUT[\s\S]+END RequestId: [\s\S]+REPORT RequestId: /,
  );
  const { requestId } = outcome;
  const lines = await until('the call’s log', async () => {
    const found = await functions.logs(operator, 'hello', { requestId });
    return found.length > 0 && found;
  });
  expect(lines.map(({ message }) => message.split(' ')[0])).toEqual([
    'REPORT',
    'END',
    expect.any(String),
    'START',
  ]);

  // A version is what it was, whatever $LATEST is by now.
  await functions.publishVersion(operator, 'hello', {});
  await functions.putAlias(operator, 'hello', 'live', { functionVersion: '1' });
  await functions.updateCode(operator, 'hello', answering('"changed"'));
  expect(await ask()).toHaveProperty('method', 'GET');
  await functions.putAlias(operator, 'hello', 'live', { functionVersion: '$LATEST' });
  expect(await ask()).toBe('changed');

  const hostPid = Number(readFileSync(join(installation.dataDir, 'functions/host.pid'), 'utf8'));
  const before = instancesOf(installation);
  expect(before.length).toBeGreaterThan(0);
  process.kill(hostPid, 'SIGKILL');
  await until(
    'the instances of a dead host end',
    () => !instancesOf(installation).some((pid) => before.includes(pid)),
  );
  await until('calls again', async () => (await call(url, false)).status === 200);

  expect(await installation.stop()).toBe(0);
  // Killed they are; last in line for the processor they may need a moment to be gone.
  await until('the instances end', () => instancesOf(installation).length === 0);
  expect(existsSync(functionSocket({ dataDir: installation.dataDir }))).toBe(false);
});

test('code and list of functions come back from the database where the disk has lost them', async () => {
  const installation = await install();
  await createFunction(installation, 'kept', '"here"');
  const url = await proxied(installation, 'kept');
  expect((await call(url, false)).body).toBe('"here"');
  expect(await installation.stop()).toBe(0);
  rmSync(join(installation.dataDir, 'functions'), { recursive: true });
  await installation.start();
  expect((await call(url, false)).body).toBe('"here"');
});

test('a function elsewhere: the settings make workers ask there, signed; their secret lies readable nowhere', async () => {
  const asked: string[] = [];
  const lambda = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    request.resume();
    response.end(JSON.stringify({ statusCode: 200, body: 'far' }));
  });
  onTestFinished(() => void lambda.close());
  const port = await new Promise<number>((resolve) => {
    lambda.listen(0, '127.0.0.1', () => resolve((lambda.address() as AddressInfo).port));
  });
  const installation = await install();
  const settings = () => installation.control('settings');
  await settings().update(operator, {
    egressAllowList: [`127.0.0.1:${port}`],
    serviceEndpoints: { lambda: `http://127.0.0.1:${port}` },
    serviceAccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    serviceSecretAccessKey: 'open-sesame-street',
  });
  const url = await proxied(installation, 'far');
  expect(await call(url, false)).toMatchObject({ status: 200, body: 'far' });
  expect(asked[0]).toMatch(
    /^\/2015-03-31\/functions\/arn%3Aaws%3Alambda%3A[^/]+%3Afunction%3Afar%3Alive\/invocations AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/us-east-1\/lambda\/aws4_request, /,
  );
  expect(await installation.stop()).toBe(0);
  const { status } = spawnSync('grep', ['-raqF', 'open-sesame-street', installation.dataDir]);
  expect(status).toBe(1);
  await installation.start();
  await settings().update(operator, { serviceEndpoints: {}, serviceAccessKeyId: '' });
});
