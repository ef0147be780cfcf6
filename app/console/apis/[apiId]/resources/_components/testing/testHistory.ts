import { z } from 'zod';

const texts = z.record(z.string(), z.string());
const entry = z.object({
  id: z.string(),
  /** ms since the epoch */
  time: z.number(),
  resourceId: z.string(),
  httpMethod: z.string(),
  /** path with query string, as it was sent */
  path: z.string(),
  status: z.number(),
  latency: z.number(),
  request: z.object({
    verb: z.string().optional(),
    path: texts,
    queryString: z.string(),
    headers: texts,
    body: z.string(),
    stageVariables: texts,
  }),
});
export type HistoryEntry = z.infer<typeof entry>;
const entries = z.array(entry);

const kept = 20;
/** Never kept in the browser's storage: whoever reads it could call as the caller. */
const secret = new Set(['authorization', 'proxy-authorization', 'x-api-key', 'cookie']);
const storageKey = (restApiId: string) => `gatehouse.testRuns.${restApiId}`;

/** The last runs in this browser, newest first; none when the storage is closed or holds something else. */
export function readHistory(restApiId: string): HistoryEntry[] {
  try {
    const stored = entries.safeParse(JSON.parse(localStorage.getItem(storageKey(restApiId)) ?? '[]'));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

/** @returns the history with `added` in front, as it is now stored */
export function addToHistory(restApiId: string, added: HistoryEntry): HistoryEntry[] {
  const headers = Object.fromEntries(
    Object.entries(added.request.headers).filter(([name]) => !secret.has(name.toLowerCase())),
  );
  const safe = { ...added, request: { ...added.request, headers } };
  const next = [safe, ...readHistory(restApiId)].slice(0, kept);
  try {
    localStorage.setItem(storageKey(restApiId), JSON.stringify(next));
  } catch {
    // A full or closed storage loses the history, not the run.
  }
  return next;
}
