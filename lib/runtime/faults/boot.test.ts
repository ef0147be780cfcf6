import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForTests } from '../testing/bundleForTests';
import { Installation } from '../testing/Installation';
import { call } from '../testing/Load';

let bundles: Awaited<ReturnType<typeof bundleForTests>>;
const installations: Installation[] = [];

beforeAll(async () => {
  bundles = await bundleForTests();
});
afterAll(async () => {
  await Promise.all(installations.map((installation) => installation.remove()));
  bundles.remove();
});

async function install(environment: Record<string, string> = {}): Promise<Installation> {
  const installation = await Installation.create(bundles.folder, environment);
  installations.push(installation);
  return installation;
}

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
  console.log(installation.output);
  expect(await installation.stop()).toBe(0);
}, 60_000);
