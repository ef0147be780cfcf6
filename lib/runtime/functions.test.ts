import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { processesMarked } from '@/lib/functions/processTree';
import type { Config } from './config';
import { functionSocket } from './functions/functionFolder';
import { functionPorts } from './functions/functionPorts';
import { masterKey } from './masterKey';
import { createSecrets } from './secrets';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { call } from './testing/Load';
import { until } from './testing/until';

const install = installations();
const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:hello';

/** What control has, on the installation's own folder and key. */
function portsOf({ dataDir }: Installation) {
  const config = { dataDir } as Config;
  return functionPorts(config, createSecrets(masterKey(config)));
}

async function publish(installation: Installation, code: string): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(code), 'index.mjs');
  zip.end();
  const bytes = await buffer(zip.outputStream);
  const codeSha256 = createHash('sha256').update(bytes).digest('base64');
  const ports = portsOf(installation);
  await ports.storeFunctionCode(codeSha256, bytes);
  await ports.publishFunctions([
    {
      functionName: 'hello',
      version: '$LATEST',
      functionArn: `${ARN}:$LATEST`,
      aliases: ['live'],
      runtime: 'nodejs20.x',
      handler: 'index.handler',
      timeout: 20,
      memorySize: 128,
      environment: { SECRET_WORD: 'squeamish ossifrage' },
      reservedConcurrency: null,
      codeSha256,
    },
  ]);
}

/** An API whose root is the function; returns its URL. */
async function proxied(installation: Installation): Promise<string> {
  const api = await installation.control('restApis').create(operator, { name: 'functions' });
  const at = [operator, api.id, api.rootResourceId, 'GET'] as const;
  await installation.control('methods').put(...at, {});
  await installation.control('methods').putIntegration(...at, {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}:live/invocations`,
  });
  await installation.control('deployments').create(operator, api.id, { stageName: 'prod' });
  return installation.gatewayUrl(api.id, 'prod', '/');
}

const answering = (expression: string) =>
  `export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(${expression}) });`;
/** Processes of the installation's instances. */
const instancesOf = ({ dataDir }: Installation) => processesMarked(`LAMBDA_TASK_ROOT=${dataDir}`);

test('a function behind a proxy integration, its environment, its change, and the death of its host', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off', DATABASE_PASSWORD_OF_OURS: 'seen' });
  await installation.start();
  await publish(installation, answering('{ method: event.httpMethod, env: process.env}'));
  const url = await proxied(installation);
  const ask = async () => JSON.parse((await call(url, false)).body);

  const first = await ask();
  expect(first).toMatchObject({
    method: 'GET',
    env: { SECRET_WORD: 'squeamish ossifrage', AWS_LAMBDA_FUNCTION_NAME: 'hello' },
  });
  expect(Object.keys(first.env).filter((name) => /GATEHOUSE|DATABASE|NODE_ENV/.test(name))).toEqual([]);
  const published = readFileSync(join(installation.dataDir, 'functions/published'), 'utf8');
  expect(published).not.toContain('ossifrage');

  const ports = portsOf(installation);
  const outcome = await ports.invokeFunction({
    functionArn: `${ARN}:live`,
    payload: '{}',
    invocationType: 'RequestResponse',
  });
  expect(outcome).toMatchObject({ status: 200, functionError: undefined, executedVersion: '$LATEST' });
  expect(outcome.log).toMatch(/^START RequestId: [\s\S]+END RequestId: [\s\S]+REPORT RequestId: /);

  await publish(installation, answering('"changed"'));
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
  expect(instancesOf(installation)).toEqual([]);
  expect(existsSync(functionSocket({ dataDir: installation.dataDir }))).toBe(false);
});
