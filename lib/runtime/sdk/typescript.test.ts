import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../projectRoot';
import { deployedApi, execute, KEY, run } from './deployedApi';
import { told } from './told';

const api = deployedApi();

const program = `
import { ApiError, type ApiResponse, Client } from './typescript-sdk';
import type { Pet } from './typescript-sdk';

const [baseUrl = '', accessKey = '', secretKey = ''] = process.argv.slice(2);
const out: unknown[] = [];
function tell({ status, data }: ApiResponse<Pet>) {
  const { method, url, trace, body } = data.seen ?? {};
  out.push([status, data.name, data.owner?.name, data.tags, data['is-sold'], method, url, trace, body]);
}
async function refused(call: Promise<unknown>) {
  const error = await call.catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw error;
  out.push([error.response.status, (error.response.data as { message: string }).message]);
}
async function main() {
  const client = new Client({ baseUrl, apiKey: 'key-of-ada' });
  tell(await client.petsGet({ type: 'a b&c', page: 2, 'X-Trace': 't1' }));
  await refused(new Client({ baseUrl }).petsGet({ type: 'x' }));
  // @ts-expect-error type is required
  void (() => client.petsGet({}));
  // @ts-expect-error a pet has a name
  void (() => client.createPet({}, { tags: [] }));
  const pet: Pet = { name: 'Zoë', owner: { name: 'Ada', pets: [{ name: 'Kit' }] }, tags: ['x'], 'is-sold': true, class: 'dog' };
  tell(await client.createPet({}, pet));
  tell(await client.petsPetIdGet({ petId: "a b/c'ü" }));
  await refused(client.petsPetIdGet({ petId: 'none' }));
  const signed = new Client({ baseUrl, accessKey, secretKey });
  tell(await signed.closedNameGet({ name: "it's (a) *!~", q: "b c'+/=~*" }));
  tell(await signed.filesProxyPut({ proxy: 'a/b c' }, { n: 1 }));
  await refused(client.closedNameGet({ name: 'x' }));
  await refused(new Client({ baseUrl, accessKey, secretKey: 'wrong' }).closedNameGet({ name: 'x' }));
  process.stdout.write(JSON.stringify(out));
}
void main();
`;

const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    target: 'ES2022',
    lib: ['ES2022', 'dom', 'dom.iterable'],
    module: 'commonjs',
    moduleResolution: 'bundler',
    outDir: 'out',
    rootDir: '.',
    types: ['node'],
  },
  include: ['program.ts', 'typescript-sdk'],
});

test('the TypeScript client, compiled strictly: key, parameters, models, signatures, refusals', async () => {
  const folder = await api.sdk('typescript', {}, { 'program.ts': program, 'tsconfig.json': tsconfig });
  const modules = join(projectRoot(), 'node_modules');
  await symlink(modules, join(folder, 'node_modules'));
  const compile = [join(modules, 'typescript/bin/tsc'), '-p', '.'];
  const parameters = ['out/program.js', api.baseUrl, KEY.accessKeyId, KEY.secretAccessKey];
  await execute('node', compile, folder);
  expect(await run('node', parameters, folder)).toEqual(told);
}, 600_000);
