import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { key } from './tools';

const bin = 'scripts/gatehouse.mjs';

let folder: string;
let ports: number[];
let env: NodeJS.ProcessEnv;
let started: ChildProcess;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'));
  ports = await freePorts(4);
  env = {
    NODE_ENV: 'production',
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    GATEHOUSE_SAMPLE_PORT: String(ports[3]),
    ...key,
  };
});
test.afterAll(async () => {
  if (started?.exitCode === null) started.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** As a user's shell runs it: what it printed and its exit code. */
function gatehouse(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { env, timeout: 120_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err }),
    );
  });
}

/** `gatehouse start` until it says what to call. */
async function start(...args: string[]): Promise<string> {
  started = spawn(process.execPath, [bin, 'start', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  return new Promise((resolve, reject) => {
    const take = (bytes: Buffer) => {
      output += bytes.toString();
      if (/curl .*\n/.test(output)) resolve(output);
    };
    started.stdout?.on('data', take);
    started.stderr?.on('data', take);
    started.once('exit', (code) => reject(new Error(`gatehouse start ended with ${code}:\n${output}`)));
  });
}

const lineOf = (text: string) => /^ {2}curl (http\S+)$/m.exec(text)?.[1] ?? '';

test('the command line, from the start to the end', async () => {
  const [port, gatewayPort, awsPort] = ports.map(String);
  Object.assign(env, { GATEHOUSE_GATEWAY_PORT: gatewayPort, GATEHOUSE_AWS_PORT: awsPort });
  expect(await gatehouse('status', '--console-url', `http://localhost:${port}`)).toMatchObject({ code: 1 });

  const output = await start('--port', String(port), '--data-dir', join(folder, 'data'));
  expect((await fetch(lineOf(output))).status).toBe(200);
  Object.assign(env, { GATEHOUSE_PORT: port, GATEHOUSE_DATA_DIR: join(folder, 'data') });
  await expect.poll(async () => (await gatehouse('status')).code).toBe(0);

  // The pet store that comes with it, as a document, becomes an API of its own.
  const file = join(folder, 'petstore.yaml');
  const exported = await gatehouse('export', 'PetStore', '--extensions', 'apigateway', '-o', file);
  expect(exported).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(file, 'utf8')).toContain('x-amazon-apigateway-integration');
  const imported = await gatehouse('import', file, '--name', 'Copy');
  expect(imported).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Imported Copy: /) });
  const deployed = await gatehouse('deploy', 'Copy', 'prod', '--description', 'first');
  const url = lineOf(deployed.out);
  expect(url).toMatch(/\/prod\/pets$/);
  const pets = await fetch(url);
  expect([pets.status, Array.isArray(await pets.json())]).toEqual([200, true]);

  const made = await gatehouse('keys', 'create', 'ada', '--plan', 'Free', '--json');
  const { id, value } = JSON.parse(made.out) as { id: string; value: string };
  expect(value).toMatch(/^\w{20,}$/);
  const listed = await gatehouse('keys', 'list', '--plan', 'Free');
  expect([listed.out.includes(id), listed.out.includes(value)]).toEqual([true, false]);
  expect((await gatehouse('keys', 'delete', 'ada')).code).toBe(0);

  const doctor = await gatehouse('doctor');
  expect(doctor).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining(`ok    port ${port}: held by`),
  });
  expect(await gatehouse('stauts')).toMatchObject({ code: 2, err: expect.stringContaining('status') });

  const ended = once(started, 'exit');
  started.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect((await gatehouse('status')).code).toBe(1);
});
