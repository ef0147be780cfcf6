import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operator } from '../testing/Installation';
import { installations } from '../testing/installations';
import { call } from '../testing/Load';
import { sharedInstallation } from '../testing/sharedInstallation';

const install = installations();
const running = sharedInstallation();
const curlUrl = (output: string) => /curl (\S+)/.exec(output)?.[1] ?? '';

test('a first start prints where everything is, a one-time link and a call that answers a pet', async () => {
  const installation = await install();
  await installation.start();
  expect(installation.output).toMatch(/Console +http:\/\/localhost:\d+\/console/);
  expect(installation.output).toMatch(/Portal +http:\/\/localhost:\d+/);
  expect(installation.output).toMatch(/Gateway +http:\/\/localhost:\d+/);
  const { status, body } = await call(curlUrl(installation.output));
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({ id: 1, type: 'dog', price: 249.99 });
  expect((await installation.healthy()).workers).toHaveLength(2);
  const [product] = await installation.control('portal').products(operator);
  expect(product).toMatchObject({ slug: 'pet-store', published: true });

  const token = /setup\?token=(\S+)/.exec(installation.output)?.[1] ?? '';
  const person = { token, email: 'first@example.com', name: 'First', password: 'correct horse battery' };
  await installation.control('users').createFirstAdministrator(person);
  expect(await installation.stop()).toBe(0);
  for (const name of ['master.key', 'snapshot.json'])
    expect(statSync(join(installation.dataDir, name)).mode & 0o777).toBe(0o600);

  await installation.start();
  expect(installation.output).not.toContain('setup');
  expect((await installation.control('restApis').list(operator)).map(({ name }) => name)).toEqual([
    'PetStore',
  ]);
  expect((await call(curlUrl(installation.output))).status).toBe(200);
  expect(await installation.stop()).toBe(0);
});

test('the environment makes the first administrator, and the sample can be left out', async () => {
  const installation = await install({
    GATEHOUSE_SAMPLE: 'off',
    GATEHOUSE_ADMIN_EMAIL: 'admin@example.com',
    GATEHOUSE_ADMIN_PASSWORD: 'correct horse battery',
  });
  await installation.start();
  expect(installation.output).not.toMatch(/setup|curl/);
  expect(await installation.control('restApis').list(operator)).toEqual([]);
  const signedIn = await installation
    .control('users')
    .authenticate({ email: 'admin@example.com', password: 'correct horse battery', sourceIp: '127.0.0.1' });
  expect(signedIn.role).toBe('administrator');
});

test('a second start on a data directory is refused, says who has it, and harms nothing', async () => {
  const first = await running();
  const second = await install({ GATEHOUSE_DATA_DIR: first.dataDir });
  await second.start({ wait: false });
  expect(await second.exited()).toBe(1);
  const { pid } = await first.healthy();
  expect(second.output).toContain(`already runs on ${first.dataDir} (process ${pid})`);
  expect(second.output).toContain('GATEHOUSE_DATA_DIR');
});

test.each([
  'GATEHOUSE_PORT',
  'GATEHOUSE_GATEWAY_PORT',
  'GATEHOUSE_SAMPLE_PORT',
  'GATEHOUSE_AWS_PORT',
])('a taken port is refused by the name %s and says who holds it', async (variable) => {
  const installation = await install();
  const server = createServer();
  await new Promise<void>((resolve) =>
    server.listen(Number(installation.environment[variable]), '127.0.0.1', resolve),
  );
  await installation.start({ wait: false });
  expect(await installation.exited()).toBe(1);
  server.close();
  expect(installation.output).toContain(`Port ${installation.environment[variable]} is taken by pid`);
  expect(installation.output).toContain(`pid ${process.pid} `);
  expect(installation.output).toContain(variable);
});

test('a wrong setting is refused before anything is made', async () => {
  const installation = await install({ GATEHOUSE_WORKERS: 'many' });
  await installation.start({ wait: false });
  expect(await installation.exited()).toBe(1);
  expect(installation.output).toContain('GATEHOUSE_WORKERS');
  expect(readdirSync(installation.dataDir)).toEqual([]);
});
