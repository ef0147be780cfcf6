import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
let confined: boolean;
beforeAll(async () => {
  host = await createTestHost();
  confined = host.host.confined;
  writeFileSync(`${host.folder}/master.key`, 'secret');
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

const FS = `import fs from 'node:fs'; import { execSync } from 'node:child_process';
const tried = (work) => { try { return work() ?? 'done'; } catch (error) { return error.code ?? 'failed'; } };
export const handler = async (event) => `;
let last = 0;
async function run(expression: string, event: unknown = {}) {
  last += 1;
  await host.add(`c${last}`, { files: { 'index.mjs': `${FS}(${expression});` }, memorySize: 512 });
  return (await host.call(`c${last}`, event)).body;
}

test('its own /tmp is writable, and nobody else sees it', async () => {
  const body = await run(
    `[process.env.TMPDIR, tried(() => fs.writeFileSync(process.env.TMPDIR + '/gatehouse-mine', 'x')), fs.readFileSync(process.env.TMPDIR + '/gatehouse-mine', 'utf8')]`,
  );
  expect(body.slice(1)).toEqual(['done', 'x']);
  expect(existsSync('/tmp/gatehouse-mine')).toBe(false);
});

test('where this machine has namespaces, instances are in them', () => {
  expect(confined).toBe(process.platform === 'linux' && existsSync('/usr/bin/unshare'));
});

test.each([
  ['the code', 'process.env.LAMBDA_TASK_ROOT + "/index.mjs"'],
  ['a folder of the system', '"/var/tmp/gatehouse-was-here"'],
  ['shared memory', '"/dev/shm/gatehouse-was-here"'],
  ["the kernel's settings", '"/proc/sys/vm/swappiness"'],
])('a function that writes outside of its folder is refused: %s', async (_rule, path) => {
  expect(await run(`tried(() => fs.writeFileSync(${path}, '60'))`)).toMatch(/^(EROFS|EACCES|ENOENT|EPERM)$/);
});

test("the data directory's secrets are not there", async () => {
  expect(
    await run('tried(() => fs.readFileSync(event.path, "utf8"))', { path: `${host.folder}/master.key` }),
  ).toBe('ENOENT');
});

test('other processes are not there', async () => {
  expect(await run(`tried(() => process.kill(event.pid, 0))`, { pid: process.pid })).not.toBe('done');
  expect(await run(`fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name)).length`)).toBeLessThan(10);
});

test('what was taken away cannot be had back', async () => {
  expect(
    await run(
      `tried(() => { execSync('mount -o remount,bind,rw / && touch /etc/x', { stdio: 'ignore' }); })`,
    ),
  ).toBe('failed');
});

/** Processes of this machine that run `sleep 987`. */
function sleepers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === 'sleep\x00987\x00';
    } catch {
      return false;
    }
  });
}

test('a child that leaves group, parents and environment ends with its instance', async () => {
  const seen = `while (!fs.readdirSync('/proc').some((pid) => tried(() => fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8')) === 'sleep\\x00987\\x00'));`;
  await host.add('leaver', {
    files: {
      'index.mjs': `${FS} { execSync('env -i setsid sleep 987 >/dev/null 2>&1 &'); ${seen} process.kill(process.pid, 'SIGKILL'); }`,
    },
  });
  expect((await host.call('leaver')).body.errorMessage).toContain('signal: killed');
  expect(sleepers()).toEqual([]);
});

test('a fork bomb ends at once', async () => {
  await host.add('bomb', {
    files: {
      'index.mjs': `import { spawn } from 'node:child_process';
      export const handler = () => new Promise(() => { spawn('/bin/sh', ['-c', 'b() { sleep 986 & for i in 1 2 3 4 5 6 7 8; do b & done; wait; }; b']); setTimeout(() => {}, 60000); });`,
    },
    memorySize: 3008,
  });
  expect((await host.call('bomb')).body.errorMessage).toContain('signal: killed');
});

test("a function's variables do not reach what launches it, and reach the function", async () => {
  const environment = {
    LD_PRELOAD: '/nowhere/evil.so',
    PATH: '/nowhere',
    BASH_ENV: "it's $(id)",
    WORD: 'plain',
    PERL5OPT: '-Mevil',
    PERL_BADLANG: '1',
    // Names that the scripts use.
    name: 'Ada',
    root: '/nowhere',
    niceness: '-20',
    orphan: 'false',
  };
  await host.add('variables', {
    files: { 'index.mjs': 'export const handler = async () => process.env;' },
    environment,
  });
  const { body, functionError } = await host.call('variables');
  expect([functionError, body]).toEqual([undefined, expect.objectContaining(environment)]);
  expect(Object.keys(body).filter((name) => name.includes('GATEHOUSE'))).toEqual([]);
});
