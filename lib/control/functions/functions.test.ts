import { randomBytes } from 'node:crypto';
import { buffer as bytesOf } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { auditEntries, functionCode, functionVersions } from '@/db/schema';
import type { FunctionInput, FunctionUpdate } from '@/lib/model/function';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

const kit = testControl();
const viewer = testActor('viewer');
const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:hello';

const hello: FunctionInput = {
  functionName: 'hello',
  runtime: 'nodejs20.x',
  code: { inlineCode: 'export const handler = async () => "hello";' },
  environment: { SECRET_WORD: 'squeamish ossifrage' },
};
const create = (input: Partial<FunctionInput> = {}) =>
  kit.control.functions.create(editor, { ...hello, ...input });
const lastPublished = () => kit.publishedFunctions.at(-1) ?? [];

async function zipped(files: Record<string, string>): Promise<{ zipFile: string }> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return { zipFile: (await bytesOf(zip.outputStream)).toString('base64') };
}

const uriOf = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

/** An API whose GET of / calls what the ARN names. */
async function proxyTo(arn: string): Promise<string> {
  const api = await mockApi(kit);
  await kit.control.methods.putIntegration(editor, api.id, api.rootResourceId, 'GET', {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: uriOf(arn),
  });
  return api.id;
}

test('a function is made with Lambda’s defaults, stored, and handed to the host before the answer', async () => {
  const made = await create();
  expect(made).toMatchObject({
    functionName: 'hello',
    version: '$LATEST',
    functionArn: ARN,
    handler: 'index.handler',
    timeout: 3,
    memorySize: 128,
    reservedConcurrency: null,
    environment: { SECRET_WORD: 'squeamish ossifrage' },
    inlineCode: 'export const handler = async () => "hello";',
    aliases: [],
    versions: [],
    usedBy: [],
  });
  expect(lastPublished()).toEqual([
    {
      functionName: 'hello',
      version: '$LATEST',
      functionArn: `${ARN}:$LATEST`,
      aliases: [],
      runtime: 'nodejs20.x',
      handler: 'index.handler',
      timeout: 3,
      memorySize: 128,
      environment: { SECRET_WORD: 'squeamish ossifrage' },
      reservedConcurrency: null,
      permissions: { '': [] },
      codeSha256: made.codeSha256,
    },
  ]);
  const zip = Buffer.from(await kit.control.functions.code(viewer, 'hello'));
  expect(Buffer.from(kit.functionCode.get(made.codeSha256) ?? []).equals(zip)).toBe(true);
  expect(made.codeSize).toBe(zip.length);
});

test('code that is the same is one zip, and goes with the last version that has it', async () => {
  const { codeSha256 } = await create();
  expect((await create({ functionName: 'twin' })).codeSha256).toBe(codeSha256);
  const zips = () => kit.ports.db.select({ sha256: functionCode.sha256 }).from(functionCode);
  expect(await zips()).toHaveLength(1);
  await kit.control.functions.updateCode(editor, 'twin', { inlineCode: 'other' });
  expect(await zips()).toHaveLength(2);
  await kit.control.functions.delete(editor, 'hello');
  expect(await zips()).toHaveLength(1);
});

test('a zip of many parts is what was given', async () => {
  const zip = new ZipFile();
  zip.addBuffer(randomBytes(700_000), 'data.bin', { compress: false });
  zip.end();
  const bytes = await bytesOf(zip.outputStream);
  const { codeSha256 } = await create({ code: { zipFile: bytes.toString('base64') } });
  expect(Buffer.from(await kit.control.functions.code(viewer, 'hello')).equals(bytes)).toBe(true);
  expect(Buffer.from(kit.functionCode.get(codeSha256) ?? []).equals(bytes)).toBe(true);
});

test('a viewer sees the names of environment variables, and no values', async () => {
  await create();
  await kit.control.functions.publishVersion(editor, 'hello', {});
  const masked = { environment: { SECRET_WORD: '' } };
  expect(await kit.control.functions.list(viewer)).toMatchObject([masked]);
  expect(await kit.control.functions.get(viewer, 'hello')).toMatchObject(masked);
  expect(await kit.control.functions.get(viewer, 'hello', '1')).toMatchObject(masked);
});

test('no secret stands readable in the database or in the audit log', async () => {
  await create();
  await kit.control.functions.updateConfiguration(editor, 'hello', {
    environment: { WORD: 'ossifrage two' },
  });
  for (const table of [functionVersions, auditEntries])
    expect(JSON.stringify(await kit.ports.db.select().from(table))).not.toContain('ossifrage');
});

test.each<[string, () => Promise<unknown>]>([
  ['create', () => kit.control.functions.create(viewer, hello)],
  ['updateConfiguration', () => kit.control.functions.updateConfiguration(viewer, 'hello', {})],
  ['updateCode', () => kit.control.functions.updateCode(viewer, 'hello', { inlineCode: '' })],
  ['publishVersion', () => kit.control.functions.publishVersion(viewer, 'hello', {})],
  ['putAlias', () => kit.control.functions.putAlias(viewer, 'hello', 'live', { functionVersion: '1' })],
  ['deleteAlias', () => kit.control.functions.deleteAlias(viewer, 'hello', 'live')],
  ['delete', () => kit.control.functions.delete(viewer, 'hello')],
  ['invoke', () => kit.control.functions.invoke(viewer, 'hello', { payload: '{}' })],
  ['list', () => kit.control.functions.list(testActor('developer'))],
  ['code', () => kit.control.functions.code(testActor('developer'), 'hello')],
  ['logs', () => kit.control.functions.logs(testActor('developer'), 'hello')],
])('%s is not for every role', async (_name, work) => {
  await create();
  expect(await refusal(kit, work)).toMatchObject({ code: 'AccessDeniedException' });
});

test.each<[string, Partial<Record<keyof FunctionInput, unknown>>, string]>([
  ['no name', { functionName: 'no spaces please' }, 'functionName'],
  ['too long a timeout', { timeout: 901 }, 'timeout'],
  ['too little memory', { memorySize: 64 }, 'memorySize'],
  ['no such runtime', { runtime: 'cobol' }, 'runtime'],
  ['a variable without a name', { environment: { '': 'x' } }, 'environment.'],
  ['base64 that is none', { code: { zipFile: '$$$$' } }, 'code.zipFile'],
  ['no zip at all', { code: { zipFile: '' } }, 'code.zipFile'],
  ['bytes that are no zip', { code: { zipFile: Buffer.from('hello').toString('base64') } }, 'code.zipFile'],
  ['neither code nor zip', { code: {} }, 'code'],
])('%s is refused, with its field', async (_what, members, field) => {
  const input = { ...hello, ...members } as FunctionInput;
  const refused = await refusal(kit, () => kit.control.functions.create(editor, input));
  expect(refused).toMatchObject({ code: 'BadRequestException', fields: [field] });
  expect(kit.publishedFunctions).toEqual([]);
});

test('a zip whose directory does not fit its bytes is refused with AWS’s sentence', async () => {
  const { zipFile } = await zipped({ 'index.mjs': 'x'.repeat(5_000) });
  const bytes = Buffer.from(zipFile, 'base64');
  const cut = Buffer.concat([bytes.subarray(0, 20), bytes.subarray(60)]).toString('base64');
  const refused = await refusal(kit, () => create({ code: { zipFile: cut } }));
  expect(refused.message).toMatch(
    /^Could not unzip uploaded file\. Please check your file, then try to upload again: /,
  );
});

test('a name is taken once', async () => {
  await create();
  expect(await refusal(kit, () => create())).toEqual({
    code: 'ConflictException',
    message: 'Function already exist: hello',
    fields: ['functionName'],
  });
});

test.each<[string, Record<string, string>, string, string | undefined]>([
  ['a zip of the one file that inline code has', { 'index.mjs': 'export {};' }, 'nodejs20.x', 'export {};'],
  ['Python’s', { 'index.py': 'pass' }, 'python3.x', 'pass'],
  ['one of another name', { 'app.js': 'module.exports = {};' }, 'nodejs20.x', undefined],
  ['several files', { 'index.mjs': 'export {};', 'b.mjs': 'export {};' }, 'nodejs20.x', undefined],
])('%s: what the editor is given', async (_what, files, runtime, inlineCode) => {
  const made = await create({ code: await zipped(files), runtime } as Partial<FunctionInput>);
  expect(made.inlineCode).toBe(inlineCode);
});

test('only the members that are given change', async () => {
  await create({ memorySize: 512, description: 'says hello' });
  const update: FunctionUpdate = { timeout: 10 };
  expect(await kit.control.functions.updateConfiguration(editor, 'hello', update)).toMatchObject({
    timeout: 10,
    memorySize: 512,
    description: 'says hello',
    environment: hello.environment,
  });
  const cleared = await kit.control.functions.updateConfiguration(editor, 'hello', { description: '' });
  expect(cleared).not.toHaveProperty('description');
  expect(lastPublished()).toMatchObject([{ timeout: 10, memorySize: 512 }]);
});

test('a version is what $LATEST was; the same again is the same version', async () => {
  await create();
  const { functions } = kit.control;
  const first = await functions.publishVersion(editor, 'hello', { description: 'first' });
  expect(first).toMatchObject({ version: '1', functionArn: `${ARN}:1`, description: 'first' });
  expect((await functions.publishVersion(editor, 'hello', {})).version).toBe('1');
  // Reserved concurrency is the function's, not a version's.
  await functions.updateConfiguration(editor, 'hello', { reservedConcurrency: 5 });
  expect((await functions.publishVersion(editor, 'hello', {})).version).toBe('1');
  await functions.updateCode(editor, 'hello', { inlineCode: 'changed' });
  expect((await functions.publishVersion(editor, 'hello', {})).version).toBe('2');
  await functions.updateConfiguration(editor, 'hello', { timeout: 30 });
  const third = await functions.publishVersion(editor, 'hello', {});
  expect([third.version, third.timeout]).toEqual(['3', 30]);
  expect(await functions.get(editor, 'hello', '1')).toMatchObject({
    inlineCode: 'export const handler = async () => "hello";',
    timeout: 3,
    versions: ['3', '2', '1'],
  });
  expect(lastPublished().map(({ version, reservedConcurrency }) => [version, reservedConcurrency])).toEqual([
    ['$LATEST', 5],
    ['1', 5],
    ['2', 5],
    ['3', 5],
  ]);
});

test('an alias names a version until it names another, and the host knows', async () => {
  await create();
  const { functions } = kit.control;
  await functions.publishVersion(editor, 'hello', {});
  expect(
    await functions.putAlias(editor, 'hello', 'live', { functionVersion: '1', description: 'now' }),
  ).toEqual({
    name: 'live',
    functionVersion: '1',
    description: 'now',
  });
  expect(lastPublished().map(({ version, aliases }) => [version, aliases])).toEqual([
    ['$LATEST', []],
    ['1', ['live']],
  ]);
  expect(await functions.get(editor, 'hello', 'live')).toMatchObject({
    version: '1',
    functionArn: `${ARN}:live`,
  });
  await functions.putAlias(editor, 'hello', 'live', { functionVersion: '$LATEST' });
  expect((await functions.get(editor, 'hello')).aliases).toEqual([
    { name: 'live', functionVersion: '$LATEST' },
  ]);
  await functions.deleteAlias(editor, 'hello', 'live');
  expect(lastPublished().flatMap(({ aliases }) => aliases)).toEqual([]);
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    'get',
    () => kit.control.functions.get(editor, 'nobody'),
    'NotFoundException',
    'Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody',
  ],
  [
    'a version',
    () => kit.control.functions.get(editor, 'hello', '7'),
    'NotFoundException',
    `Function not found: ${ARN}:7`,
  ],
  [
    'update',
    () => kit.control.functions.updateCode(editor, 'nobody', { inlineCode: '' }),
    'NotFoundException',
    'Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody',
  ],
  [
    'delete',
    () => kit.control.functions.delete(editor, 'nobody'),
    'NotFoundException',
    'Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody',
  ],
  [
    'an alias of no version',
    () => kit.control.functions.putAlias(editor, 'hello', 'live', { functionVersion: '7' }),
    'BadRequestException',
    `Function not found: ${ARN}:7`,
  ],
  [
    'an alias that is a number',
    () => kit.control.functions.putAlias(editor, 'hello', '7', { functionVersion: '$LATEST' }),
    'BadRequestException',
    'An alias is letters, digits, - and _, and not a number',
  ],
  [
    'no alias',
    () => kit.control.functions.deleteAlias(editor, 'hello', 'live'),
    'NotFoundException',
    `Alias not found: ${ARN}:live`,
  ],
])('%s that is not there', async (_what, work, code, message) => {
  await create();
  expect(await refusal(kit, work)).toMatchObject({ code, message });
});

test.each([
  ['the function', ARN],
  ['an alias', `${ARN}:live`],
  ['an alias by stage variable', `${ARN}:\${stageVariables.alias}`],
])('%s in an integration: its use is told and keeps the function', async (_what, arn) => {
  await create();
  const restApiId = await proxyTo(arn);
  expect((await kit.control.functions.get(editor, 'hello')).usedBy).toEqual([{ restApiId, place: 'GET /' }]);
  expect((await kit.control.functions.list(editor))[0]?.usedBy).toEqual([{ restApiId, place: 'GET /' }]);
  expect(await refusal(kit, () => kit.control.functions.delete(editor, 'hello'))).toMatchObject({
    code: 'BadRequestException',
    message: `Cannot delete function. Function 'hello', is referenced in [${restApiId}:GET /] in format of [RESTApiId:Place:Stage].`,
  });
});

test('what a stage serves keeps the function, whatever the definition says by now', async () => {
  await create();
  const restApiId = await proxyTo(ARN);
  const { rootResourceId } = await kit.control.restApis.get(editor, restApiId);
  await kit.control.deployments.create(editor, restApiId, { stageName: 'prod' });
  await mockMethod(kit, restApiId, rootResourceId);
  expect((await kit.control.functions.get(editor, 'hello')).usedBy).toEqual([]);
  const remove = () => kit.control.functions.delete(editor, 'hello');
  expect((await refusal(kit, remove)).message).toContain(`[${restApiId}:GET /:prod]`);
  await kit.control.stages.delete(editor, restApiId, 'prod');
  await remove();
  expect(await kit.control.functions.list(editor)).toEqual([]);
  expect(lastPublished()).toEqual([]);
});

test.each([
  ['a function of another account', 'arn:aws:lambda:us-east-1:123456789012:function:hello'],
  [
    'one that a stage variable names',
    'arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.name}',
  ],
])('%s is no use of this one', async (_what, arn) => {
  await create();
  await proxyTo(arn);
  expect((await kit.control.functions.get(editor, 'hello')).usedBy).toEqual([]);
  await kit.control.functions.delete(editor, 'hello');
});

test('code that the host has lost is written again with the next change', async () => {
  const { codeSha256 } = await create();
  kit.functionCode.clear();
  await kit.control.functions.create(editor, { ...hello, functionName: 'other' });
  expect([...kit.functionCode.keys()]).toEqual([codeSha256]);
});

test('changes at once end with the newest list at the host', async () => {
  await create();
  const timeouts = [11, 12, 13, 14, 15];
  await Promise.all(
    timeouts.map((timeout) => kit.control.functions.updateConfiguration(editor, 'hello', { timeout })),
  );
  const { timeout } = await kit.control.functions.get(editor, 'hello');
  expect(lastPublished()).toMatchObject([{ timeout }]);
});

test('a call names the version by ARN; a host that is away is said', async () => {
  await create();
  const asked: unknown[] = [];
  const outcome = {
    status: 200,
    payload: '"hi"',
    log: '',
    requestId: 'r',
    executedVersion: '1',
    duration: 1,
  };
  kit.ports.invokeFunction = async (call) => {
    asked.push(call);
    return outcome;
  };
  const { functions } = kit.control;
  expect(await functions.invoke(editor, 'hello', { payload: '{"a":1}' })).toEqual(outcome);
  expect(asked).toEqual([{ functionArn: ARN, payload: '{"a":1}', invocationType: 'RequestResponse' }]);
  kit.ports.invokeFunction = () => Promise.reject(new Error('The function host did not answer'));
  expect(await refusal(kit, () => functions.invoke(editor, 'hello', { payload: '' }))).toMatchObject({
    code: 'ServiceUnavailableException',
    message: 'The function host did not answer',
  });
  expect(await refusal(kit, () => functions.invoke(editor, 'hello', { payload: '{' }))).toMatchObject({
    message: 'The event is not JSON',
    fields: ['payload'],
  });
});
