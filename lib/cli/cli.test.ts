import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleForTests } from '@/lib/runtime/testing/bundleForTests';
import { Installation, operator } from '@/lib/runtime/testing/Installation';
import { mockApi } from '@/lib/runtime/testing/mockApi';
import { until } from '@/lib/runtime/testing/until';
import { gatehouse } from './testing/gatehouse';

const KEY = {
  GATEHOUSE_ACCESS_KEY_ID: 'AKIACOMMANDLINE00001',
  GATEHOUSE_SECRET_ACCESS_KEY: 'command-line-secret-of-forty-letters-000',
};

let installation: Installation;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-cli-'));
  installation = await Installation.create(await bundleForTests(), KEY);
  await installation.start();
  await installation.healthy();
}, 600_000);
afterAll(async () => {
  await installation?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** As a shell on the machine of the installation calls it. */
const cli = (...args: string[]) => gatehouse(shell(), args);
const shell = () => ({ PATH: process.env.PATH ?? '', ...installation.environment });
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(shell()).filter(([name]) => !names.includes(name)));
const noKeys = () => without(...Object.keys(KEY));

const document = (more = '') => `openapi: 3.0.1
info: {title: Mocks, version: "1"}
paths:
  /items/{id}:
    get: &mock
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: {application/json: '{"statusCode": 200}'}
        responses: {default: {statusCode: "200", responseTemplates: {application/json: '{"item": 1}'}}}
      responses: {"200": {description: ok}}
  /items:
    get: *mock
${more}`;

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

test('status says what runs, and ends with 1 when something does not', async () => {
  const well = await cli('status', '--json');
  expect(well.code).toBe(0);
  expect(JSON.parse(well.out)).toMatchObject({
    ok: true,
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    parts: [
      {
        part: 'console',
        ok: true,
        detail: expect.stringMatching(/^ready, revision \d+, 2 workers$/),
        health: { database: true, workers: [{ id: 1 }, { id: 2 }] },
      },
      { part: 'gateway', ok: true },
      { part: 'aws', ok: true, detail: 'answers arn:aws:iam::000000000000:user/bootstrap' },
    ],
  });
  const keyless = await gatehouse(noKeys(), ['status']);
  expect([keyless.code, keyless.out]).toEqual([
    0,
    expect.stringMatching(/^ok +console .*\nok +gateway .*\nok +aws/),
  ]);
  const elsewhere = await cli('status', '--gateway-url', 'http://127.0.0.1:1026');
  expect(elsewhere).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /fail +gateway +http:\/\/127.0.0.1:1026 +does not answer \(ECONNREFUSED\)\n[\s\S]*gatehouse start/,
    ),
  });
});

test('a document becomes an API that the printed line calls', async () => {
  const made = await cli('import', file('mocks.yaml', document()), '--deploy', 'dev');
  expect(made).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Imported Mocks: [a-z0-9]{10}\n/),
  });
  const line = /^ {2}curl (\S+)$/m.exec(made.out)?.[1] ?? '';
  expect(line).toMatch(/\/dev\/items$/);
  const answer = await fetch(line);
  expect([answer.status, await answer.json()]).toEqual([200, { item: 1 }]);

  const exported = join(folder, 'exported.yaml');
  expect(await cli('export', 'Mocks', '--extensions', 'apigateway', '-o', exported)).toMatchObject({
    code: 0,
    out: '',
  });
  expect(readFileSync(exported, 'utf8')).toMatch(/^openapi: [\s\S]*x-amazon-apigateway-integration/m);
  const swagger = await cli('export', 'Mocks', '--type', 'swagger');
  expect(JSON.parse(swagger.out)).toMatchObject({ swagger: '2.0', info: { title: 'Mocks' } });
  expect(swagger.out).not.toContain('x-amazon-apigateway-integration');

  await cli('deploy', 'Mocks', 'prod');
  expect(await cli('export', 'Mocks')).toMatchObject({
    code: 2,
    err: 'gatehouse: Say which stage by --stage: dev, prod.\n',
  });
});

test('a name is made once and changed from then on; overwriting takes away what the document lacks', async () => {
  const twice = (text: string, ...more: string[]) =>
    gatehouse(shell(), ['import', '-', '--name', 'Again', '--json', ...more], { stdin: text });
  const first = JSON.parse((await twice(document())).out);
  expect(first).toMatchObject({ name: 'Again', warnings: [] });
  const more = '  /more:\n    get: *mock\n';
  expect(JSON.parse((await twice(document(more))).out)).toMatchObject({ id: first.id, name: 'Again' });
  const paths = async () => {
    const { out } = await cli('deploy', first.id, 'dev', '--description', 'why', '--json');
    expect(JSON.parse(out)).toMatchObject({ restApiId: first.id, stageName: 'dev' });
    return Object.keys(JSON.parse((await cli('export', 'Again')).out).paths).sort();
  };
  expect(await paths()).toEqual(['/items', '/items/{id}', '/more']);
  await twice(document(), '--mode', 'overwrite');
  expect(await paths()).toEqual(['/items', '/items/{id}']);
  const history = await installation.control('deployments').list(operator, first.id);
  expect(history.map(({ description }) => description)).toEqual(['why', 'why']);
});

test('warnings are told, and change nothing when they are to fail', async () => {
  const parameters = 'requestParameters: {integration.request.header.B: true}';
  const odd = document(
    `  /odd:\n    get: {responses: {}, x-amazon-apigateway-integration: {type: mock, ${parameters}}}\n`,
  );
  const path = file('odd.yaml', odd);
  const told = await cli('import', path, '--name', 'Odd');
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining('  warning: ') });
  const refused = await cli('import', path, '--name', 'Never', '--fail-on-warnings');
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^gatehouse: .*\n$/) });
  expect((await cli('deploy', 'Never', 'dev')).err).toBe(
    'gatehouse: No REST API has the id or the name Never.\n',
  );
});

test('a key is shown once, and opens what its plan has until it is disabled', async () => {
  const keyed = document().replace(
    '      responses: {"200"',
    '      security: [{api_key: []}]\n      responses: {"200"',
  );
  const scheme = 'components: {securitySchemes: {api_key: {type: apiKey, in: header, name: x-api-key}}}\n';
  const made = await cli(
    'import',
    file('keyed.yaml', keyed + scheme),
    '--name',
    'Keyed',
    '--deploy',
    'dev',
    '--json',
  );
  const { id, deployment } = JSON.parse(made.out);
  expect(deployment.curl).toContain("-H 'x-api-key: THE_KEY' ");
  await installation
    .control('usagePlans')
    .create(operator, { name: 'Gold', apiStages: [{ apiId: id, stage: 'dev' }] });

  const key = await cli('keys', 'create', 'ada', '--plan', 'Gold');
  const value = /^ {2}(\S{20,})$/m.exec(key.out)?.[1] ?? '';
  expect(key).toMatchObject({ code: 0, out: expect.stringContaining('not shown again. On plan Gold.') });
  const call = async () =>
    (await fetch(`${deployment.url}/items`, { headers: { 'x-api-key': value } })).status;
  await expect.poll(call).toBe(200);

  const listed = await cli('keys', 'list', '--plan', 'Gold');
  expect(listed.out).toMatch(/^ID +NAME +ENABLED +CREATED\n\w+ +ada +yes +\d{4}-\d\d-\d\d\n$/);
  expect((await cli('keys', 'list', '--json')).out).not.toContain(value);
  expect((await cli('keys', 'list', '--values')).out).toContain(value);
  await cli('keys', 'disable', 'ada');
  await expect.poll(call).toBe(403);
  expect((await cli('keys', 'enable', 'ada')).out).toMatch(/^Enabled key ada: /);
  await expect.poll(call).toBe(200);
  expect((await cli('keys', 'delete', 'ada')).code).toBe(0);
  expect((await cli('keys', 'delete', 'ada')).err).toBe(
    'gatehouse: No API key has the id or the name ada.\n',
  );
  expect(await cli('keys', 'create', 'bob', '--plan', 'None')).toMatchObject({ code: 1 });
  const left: { name: string }[] = JSON.parse((await cli('keys', 'list', '--json')).out);
  expect(left.map(({ name }) => name)).not.toContain('bob');
});

test('every page of a list is read', async () => {
  const rows = Array.from({ length: 501 }, (_, index) => `many-${index},many-keys-of-one-file-${index}`);
  const csv = ['name,key', ...rows].join('\n');
  await installation.control('apiKeys').import(operator, { document: csv });
  const listed: { id: string; name: string }[] = JSON.parse((await cli('keys', 'list', '--json')).out);
  const many = listed.filter(({ name }) => name.startsWith('many-'));
  expect(new Set(many.map(({ id }) => id)).size).toBe(501);
});

describe('logs', () => {
  const say = (word: string) =>
    installation.control('functions').invoke(operator, 'talker', { payload: JSON.stringify({ word }) });

  test('are read, filtered and followed', async () => {
    await installation.control('functions').create(operator, {
      functionName: 'talker',
      runtime: 'nodejs20.x',
      // A first run on a busy machine takes longer than the default of 3 s.
      timeout: 60,
      code: { inlineCode: 'export const handler = async ({ word }) => { console.log(word); };' },
    });
    expect((await cli('logs')).out).toBe('talker\n');
    await say('first words');
    await until('the log', async () => (await cli('logs', 'talker')).out.includes('first words'));
    await say('other words');
    const only = async (filter: string) => (await cli('logs', 'talker', '--filter', filter)).out;
    await until('the other', async () => /^\S+Z .*other words\n$/.test(await only('other')));
    expect(await only('words -other')).toMatch(/^\S+Z .*first words\n$/);

    const stop = new AbortController();
    const lines: string[] = [];
    const notes: string[] = [];
    const following = gatehouse(shell(), ['logs', 'talker', '--follow', '--json', '--filter', 'words'], {
      signal: stop.signal,
      onOut: (text) => lines.push(JSON.parse(text).message),
      onNote: (text) => notes.push(text),
    });
    await until('what was there', () => lines.length === 2);
    await say('last words');
    await until('what came', () => lines.length > 2);

    await installation.stop();
    await until('that nobody answers', () => notes.length > 0);
    await installation.start();
    await say('later words');
    await Promise.race([following, until('what came after the stop', () => lines.length > 3)]);
    stop.abort();
    expect(await following).toMatchObject({ code: 0 });
    expect(notes[0]).toMatch(/^The AWS endpoint does not answer .* Trying again\.\n$/);
    expect(lines).toEqual(
      ['first words', 'other words', 'last words', 'later words'].map((word) =>
        expect.stringContaining(word),
      ),
    );
  }, 600_000);

  test('of a stage, by the name of its log group', async () => {
    const { restApiId, stageName, url, deploy } = await mockApi(installation);
    await deploy(1);
    const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:calls';
    const accessLogSettings = { destinationArn, format: '$context.status $context.requestId' };
    await installation.control('stages').update(operator, restApiId, stageName, { accessLogSettings });
    expect((await cli('logs')).out.split('\n')).toContain('calls');
    expect(await cli('logs', 'calls')).toMatchObject({ code: 0, out: '' });
    await fetch(url);
    await until('its line', async () => /^\S+Z 200 [\da-f-]{36}\n$/.test((await cli('logs', 'calls')).out));
  });

  test('of a stage’s execution, by its API', async () => {
    const { restApiId, stageName, url, deploy } = await mockApi(installation);
    await deploy(1);
    const of = (...words: string[]) => cli('logs', ...words, '--execution');
    expect(await of(`${restApiId}/${stageName}`)).toMatchObject({
      code: 1,
      err: `gatehouse: Stage ${stageName} of ${restApiId} logs nothing: give it a level, INFO or ERROR.\n`,
    });
    const methodSettings = { '*/*': { loggingLevel: 'INFO' as const } };
    await installation.control('stages').update(operator, restApiId, stageName, { methodSettings });
    const id = (await fetch(url)).headers.get('x-amzn-requestid');
    await until('its lines', async () => (await of(`${restApiId}/${stageName}`)).out.includes(`(${id})`));
    const lines = (await of(`${restApiId}/${stageName}`)).out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^\S+Z \(\S+\) Extended Request Id: /);
    expect(lines.at(-1)).toMatch(/Method completed with status: 200$/);
    expect(await of('pets')).toMatchObject({ code: 2 });
  });

  test('of what is no function', async () => {
    expect(await cli('logs', 'nobody')).toMatchObject({
      code: 1,
      err: 'gatehouse: No function or log group is named nobody. gatehouse logs lists them.\n',
    });
  });
});

describe('doctor', () => {
  const findings = async (env: Record<string, string>, ...args: string[]) => {
    const { code, out } = await gatehouse(env, ['doctor', '--json', ...args]);
    const list: { check: string; state: string; detail: string; cure?: string }[] = JSON.parse(out).findings;
    return { code, of: (check: string) => list.find((finding) => finding.check === check) };
  };

  test('finds nothing wrong with what runs', async () => {
    const { code, of } = await findings(shell());
    expect(code).toBe(0);
    for (const check of ['node', 'data', 'console', 'database', 'workers', 'clock', 'access key'])
      expect(of(check)).toMatchObject({ state: 'ok' });
    const port = of(`port ${installation.environment.GATEHOUSE_PORT}`);
    expect(port).toMatchObject({ state: 'ok', detail: expect.stringContaining('held by Gatehouse') });
  });

  test.each([
    ['no key', () => noKeys(), 'access key', 'warn', /Console > Identity/],
    [
      'a wrong secret',
      () => ({ ...shell(), GATEHOUSE_SECRET_ACCESS_KEY: 'x'.repeat(40) }),
      'access key',
      'fail',
      /The secret is not that of access key AKIACOMMANDLINE00001/,
    ],
    [
      'an unknown key',
      () => ({ ...shell(), GATEHOUSE_ACCESS_KEY_ID: 'AKIANOBODYKNOWS00000' }),
      'access key',
      'fail',
      /does not know the access key AKIANOBODYKNOWS00000/,
    ],
    [
      'a port that another process has',
      () => ({
        ...shell(),
        GATEHOUSE_GATEWAY_PORT: `${installation.environment.GATEHOUSE_SAMPLE_PORT}`,
        GATEHOUSE_SAMPLE: 'off',
      }),
      () => `port ${installation.environment.GATEHOUSE_SAMPLE_PORT}`,
      'fail',
      /set GATEHOUSE_GATEWAY_PORT to another port/,
    ],
    [
      'a data directory below a file',
      () => ({ ...shell(), GATEHOUSE_DATA_DIR: '/dev/null/data' }),
      'data',
      'fail',
      /GATEHOUSE_DATA_DIR/,
    ],
    [
      'a variable that is wrong',
      () => ({ ...shell(), GATEHOUSE_PORT: 'x' }),
      'environment',
      'fail',
      /Correct/,
    ],
    [
      'another data directory',
      () => ({ ...shell(), GATEHOUSE_DATA_DIR: folder }),
      'data',
      'warn',
      /the folder that it was started with/,
    ],
    ['no python3', () => ({ ...shell(), PATH: '/nowhere' }), 'python3', 'warn', /Install python3/],
  ] as const)('%s', async (_, env, check, state, cure) => {
    const { code, of } = await findings(env());
    expect(of(typeof check === 'string' ? check : check())).toMatchObject({
      state,
      cure: expect.stringMatching(cure),
    });
    expect(code).toBe(state === 'fail' ? 1 : 0);
  });

  test('of an installation elsewhere tells nothing of this machine', async () => {
    const { of } = await findings(noKeys(), '--endpoint-url', 'http://gatehouse.invalid:4566');
    expect([of('data'), of('python3'), of('clock')?.state]).toEqual([undefined, undefined, 'warn']);
  });

  test('where nothing runs', async () => {
    const env = {
      GATEHOUSE_DATA_DIR: join(folder, 'none'),
      GATEHOUSE_PORT: '1024',
      GATEHOUSE_AWS_PORT: '1025',
    };
    const { of } = await findings(env);
    expect(of('console')).toMatchObject({ state: 'warn', cure: expect.stringContaining('gatehouse start') });
    expect(of('data')).toMatchObject({
      state: 'ok',
      detail: expect.stringContaining('made at the first start'),
    });
    expect(of('clock')).toMatchObject({ state: 'warn' });
  });
});

test('without a key the refusal names the cure; with one of AWS’s variables it is used', async () => {
  const refused = await gatehouse(noKeys(), ['keys', 'list']);
  expect(refused).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^gatehouse: No access key: set AWS_/),
  });
  const aws = {
    AWS_ACCESS_KEY_ID: KEY.GATEHOUSE_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: KEY.GATEHOUSE_SECRET_ACCESS_KEY,
    AWS_ENDPOINT_URL: installation.awsUrl,
  };
  expect((await gatehouse(aws, ['keys', 'list'])).code).toBe(0);
  const nobody = await gatehouse({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1026' }, ['keys', 'list']);
  expect(nobody.err).toMatch(
    /does not answer at http:\/\/127.0.0.1:1026 \(ECONNREFUSED\)\. Start it with gatehouse start/,
  );
});

test('an endpoint that is none of AWS’s is told so', async () => {
  const refused = await cli('keys', 'list', '--endpoint-url', installation.consoleUrl);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is no AWS endpoint. Name it by') });
  const status = await cli('status', '--endpoint-url', installation.consoleUrl);
  expect(status).toMatchObject({ code: 1, out: expect.stringMatching(/^fail +aws .*is no AWS endpoint/m) });
});
