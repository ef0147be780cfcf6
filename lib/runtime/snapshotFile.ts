import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '@gatehouse/gateway/snapshot';
import type { StoredApiKeys } from '@/lib/control/ports';
import { replaceFile } from './replaceFile';

/** A complete snapshot; where `stored` names a file of keys, it is laid over them. */
export interface StoredSnapshot extends Snapshot {
  stored: StoredApiKeys | null;
}

/** `madeBy`: the build that read it from the database; another one may read more of the same rows. */
export type SnapshotFile = StoredSnapshot & { madeBy: string };

/** The last one that a worker served: what a start serves before control is there. */
export const SERVED = 'snapshot.json';
/** The last one that was handed to a worker, which may yet refuse it. */
export const HANDED = 'snapshot.next.json';

/** Null before the first or when it cannot be read. What it holds is not checked. */
export function readSnapshotFile(dataDir: string, name = SERVED): SnapshotFile | null {
  try {
    const document = JSON.parse(readFileSync(join(dataDir, name), 'utf8'));
    return typeof document === 'object' && document !== null && 'stored' in document ? document : null;
  } catch {
    return null;
  }
}

export function writeSnapshotFile(dataDir: string, name: string, snapshot: SnapshotFile): Promise<void> {
  return replaceFile(join(dataDir, name), (file) => file.writeFile(JSON.stringify(snapshot)));
}
