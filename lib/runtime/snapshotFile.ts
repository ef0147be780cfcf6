import { readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '@gatehouse/gateway/snapshot';

const pathIn = (dataDir: string) => join(dataDir, 'snapshot.json');

/** The last complete snapshot that a worker served, or null before the first or when it cannot be read. */
export function readSnapshotFile(dataDir: string): Snapshot | null {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

/** Written beside and renamed: a reader finds the old one or the new one, whole. It holds key hashes, so 0600. */
export async function writeSnapshotFile(dataDir: string, snapshot: Snapshot): Promise<void> {
  const part = `${pathIn(dataDir)}.part`;
  const file = await open(part, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify(snapshot));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, pathIn(dataDir));
}
