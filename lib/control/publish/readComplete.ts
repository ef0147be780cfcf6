import type { Snapshot } from '@gatehouse/gateway/snapshot';
import { apiKeys } from '@/db/schema';
import type { ControlPorts, StoredApiKeys } from '../ports';
import { readApiKeyPages } from './readApiKeys';
import { readSnapshot } from './readSnapshot';
import { newestState } from './revisionState';

/** Few keys travel in the snapshot itself. More are stored beside it, so many at a time, and never all in memory. */
export const PAGE = 5_000;

/** Everything. With `stored` the snapshot is to be laid over those keys: it holds what changed while they were read. */
export async function readComplete(
  ports: ControlPorts,
  page: number,
): Promise<{ snapshot: Snapshot; stored: StoredApiKeys | null }> {
  const { db, now, storeApiKeys } = ports;
  const some = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .limit(page + 1);
  if (some.length <= page) return { snapshot: await readSnapshot(ports, null), stored: null };
  const { revision } = await newestState(db);
  const stored = await storeApiKeys(readApiKeyPages(db, new Date(now()), page));
  return { snapshot: await readSnapshot(ports, null, revision), stored };
}
