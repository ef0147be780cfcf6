import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { createTestHost, zipOf } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

const good = 'export const handler = async () => "ran";';

/** Calls a function whose code is this zip. */
async function call(functionName: string, zip: Buffer, codeSha256 = sha256(zip)) {
  await host.host.storeCode(codeSha256, zip);
  await host.addHosted(functionName, codeSha256);
  return host.call(functionName);
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');

/** The same zip with a name of the same length in both of the places where it stands. */
const renamed = (zip: Buffer, from: string, to: string) =>
  Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');

/** The same zip whose directory claims another size of its first file. */
function claiming(zip: Buffer, size: number): Buffer {
  const changed = Buffer.from(zip);
  changed.writeUInt32LE(size, changed.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
  return changed;
}

async function withLink(): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(good), 'index.mjs');
  zip.addBuffer(Buffer.from('/etc/passwd'), 'passwords', { mode: 0o120777 });
  zip.end();
  return buffer(zip.outputStream);
}

const plain = () => zipOf({ 'index.mjs': good, 'aa/evil': 'x' });

test.each<[rule: string, zip: () => Promise<Buffer>, reason: string | RegExp]>([
  [
    'a name that leads outside',
    async () => renamed(await plain(), 'aa/evil', '../evil'),
    'invalid relative path',
  ],
  ['an absolute name', async () => renamed(await plain(), 'aa/evil', '//aevil'), 'absolute path'],
  [
    'a file over another',
    async () => renamed(await zipOf({ 'index.mjs': good, 'indey.mjs': 'x' }), 'indey', 'index'),
    'EEXIST',
  ],
  ['a symbolic link', withLink, 'is a symbolic link'],
  [
    'more than 250 MB',
    async () => claiming(await plain(), 300 * 1024 * 1024),
    'Unzipped size must be smaller than 262144000 bytes',
  ],
  [
    'a file larger than it claims',
    async () => claiming(await zipOf({ 'index.mjs': 'x'.repeat(1e6) }), 10),
    /too many bytes|size/,
  ],
  ['what is no zip', async () => Buffer.from('text'), /End of central directory|end of central/i],
])('code is refused: %s', async (rule, zip, reason) => {
  const answer = await call(rule.replaceAll(/\W/g, '-'), await zip());
  expect(answer).toMatchObject({
    functionError: 'Unhandled',
    body: { errorType: 'Runtime.InvalidEntrypoint' },
  });
  expect(answer.body.errorMessage).toMatch(reason);
  expect(existsSync(join(host.folder, 'code/evil')) || existsSync(join(host.folder, 'evil'))).toBe(false);
});

test('code that is not what its hash says does not run', async () => {
  const answer = await call('other', await zipOf({ 'index.mjs': good }), sha256(Buffer.from('else')));
  expect(answer.body.errorMessage).toBe('The code of the function is not what was stored');
});

test('code is unpacked once, read-only, and goes when nothing names it', async () => {
  const zip = await zipOf({ 'index.mjs': good, bootstrap: '#!/bin/sh' });
  expect((await call('fine', zip)).body).toBe('ran');
  const name = Buffer.from(sha256(zip), 'base64').toString('base64url');
  const folder = join(host.folder, 'code', name);
  expect([
    statSync(join(folder, 'index.mjs')).mode & 0o777,
    statSync(join(folder, 'bootstrap')).mode & 0o777,
  ]).toEqual([0o444, 0o555]);
  host.host.publish([]);
  await expect
    .poll(() => {
      host.host.publish([]);
      return readdirSync(join(host.folder, 'code'));
    })
    .toEqual([]);
});
