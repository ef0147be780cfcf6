import { type ApiKeyDocument, ApiKeyTable } from '@gatehouse/gateway/snapshot';
import type { StoredApiKeys } from '@/lib/control/ports';
import { readApiKeyFile, writeApiKeyFile } from '../apiKeyFile';
import type { StoredSnapshot } from '../snapshotFile';

const PAGE = 5_000;

/**
 * Stores keys anew with all that has changed of them, so that a snapshot need not carry it. Reads no database.
 * @returns what makes a snapshot that lies over the old keys, be it younger by now, lie over the new ones
 */
export async function foldApiKeys(
  dataDir: string,
  folded: StoredSnapshot,
  now: number,
): Promise<(younger: StoredSnapshot) => StoredSnapshot> {
  const table = folded.stored ? await readApiKeyFile(dataDir, folded.stored) : new ApiKeyTable();
  table.apply(folded.apiKeys, folded.removedApiKeyIds);
  const stored = await writeApiKeyFile(dataDir, pagesOf(table, now));
  return (younger) => layOver(stored, folded, younger);
}

function layOver(stored: StoredApiKeys, folded: StoredSnapshot, younger: StoredSnapshot): StoredSnapshot {
  const inFile = new Set(folded.apiKeys);
  const notInFile = new Set(folded.removedApiKeyIds);
  const there = new Set(younger.apiKeys.map(({ id }) => id));
  const gone = folded.apiKeys.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  const removed = younger.removedApiKeyIds.filter((id) => !notInFile.has(id));
  return {
    ...younger,
    stored,
    apiKeys: younger.apiKeys.filter((key) => !inFile.has(key)),
    removedApiKeyIds: [...new Set([...removed, ...gone])],
  };
}

/** Keys that have run out are left behind. */
function* pagesOf(table: ApiKeyTable, now: number): Iterable<ApiKeyDocument[]> {
  let page: ApiKeyDocument[] = [];
  for (const key of table.documents()) {
    if (key.expiresAt === undefined || key.expiresAt > now) page.push(key);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}
