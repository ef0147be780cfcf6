import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSnapshotFile, SERVED } from './snapshotFile';

function read(text: string | null): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (text !== null) writeFileSync(join(folder, SERVED), text);
  return readSnapshotFile(folder);
}

test.each<[what: string, text: string | null]>([
  ['none', null],
  ['one that was cut off', '{"format": 1, "revi'],
  ['one of another form', '{"format": 99, "revision": 1}'],
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"stored"'],
  ['an empty file', ''],
])('%s is no snapshot', (_what, text) => expect(read(text)).toBeNull());

test('one that says what is stored is read', () => {
  expect(read('{"stored":null,"revision":7}')).toEqual({ stored: null, revision: 7 });
});
