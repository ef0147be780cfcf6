/** Files of API keys beside the snapshots that name them. One is never changed: a change is in the snapshot. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ApiKeyDocument, ApiKeyPacker, ApiKeyTable, ApiKeyUnpacker } from '@gatehouse/gateway/snapshot';
import type { StoredApiKeys } from '@/lib/control/ports';
import { reasonOf } from './log';
import { replaceFile } from './replaceFile';

type Pages = AsyncIterable<ApiKeyDocument[]> | Iterable<ApiKeyDocument[]>;

const pattern = /^keys\.[\w-]+(\.part)?$/;

export async function writeApiKeyFile(dataDir: string, pages: Pages): Promise<StoredApiKeys> {
  const name = `keys.${randomUUID()}`;
  const hash = createHash('sha256');
  let count = 0;
  let bytes = 0;
  await replaceFile(join(dataDir, name), async (file) => {
    const packer = new ApiKeyPacker();
    for await (const page of pages) {
      const packed = packer.pack(page);
      hash.update(packed);
      count += page.length;
      bytes += packed.length;
      await file.writeFile(packed);
    }
  });
  return { name, count, bytes, sha256: hash.digest('base64url') };
}

/**
 * Reads the keys in portions, between which calls have their turn.
 * @throws when the file is not there, or is not the one that was written
 */
export async function readApiKeyFile(dataDir: string, stored: StoredApiKeys): Promise<ApiKeyTable> {
  const table = new ApiKeyTable();
  const unpacker = new ApiKeyUnpacker(table);
  try {
    const sha256 = await readPortions(dataDir, stored, (portion) => unpacker.take(portion));
    unpacker.end();
    if (sha256 === stored.sha256 && table.size === stored.count) return table;
  } catch (error) {
    throw new Error(`${stored.name} cannot be read: ${reasonOf(error)}`);
  }
  throw new Error(`${stored.name} is not what was written`);
}

/** Whether the file is there, byte for byte. */
export async function isWhole(dataDir: string, stored: StoredApiKeys): Promise<boolean> {
  const sha256 = await readPortions(dataDir, stored, () => {}).catch(() => '');
  return sha256 === stored.sha256;
}

/** Removes the files that no snapshot names, and parts of one that were being written when a process died. */
export async function removeApiKeyFiles(dataDir: string, kept: ReadonlySet<string>): Promise<void> {
  const names = (await readdir(dataDir)).filter((name) => pattern.test(name) && !kept.has(name));
  await Promise.all(names.map((name) => rm(join(dataDir, name), { force: true })));
}

async function readPortions(
  dataDir: string,
  { name }: StoredApiKeys,
  take: (portion: Buffer) => void,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const portion of createReadStream(join(dataDir, basename(name)))) {
    hash.update(portion);
    take(portion);
  }
  return hash.digest('base64url');
}
