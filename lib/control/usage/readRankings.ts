import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apis, apps, restApis } from '@/db/schema';
import type { UsageRow } from '@/lib/model/usage';
import { type Tally, toFigures } from './figures';
import { operationWords } from './operationWords';
import { readTallies, type UsageFilter } from './readTallies';
import type { UsageWindow } from './usageWindow';

/** A ranking has at most so many lines. */
const most = 50;

type Read = (db: Db, window: UsageWindow, filter: UsageFilter) => Promise<UsageRow[]>;

/** Busiest first; `GET /pets`, `MESSAGE send`; with the API's name before it where the filter names no API. */
export const readOperations: Read = async (db, window, filter) => {
  const by = {
    by: (t: UsageWindow['table']) => [sql`${t.restApiId}`, sql`${t.httpMethod}`, sql`${t.resourcePath}`],
  };
  const tallies = split(await readTallies(db, window, filter, { ...by, most }));
  const names = await apiNames(db, tallies);
  return tallies.map(([[restApiId = '', verb, path], tally]) => {
    const operation = operationWords(verb, path);
    const label = filter.restApiId === undefined ? `${names(restApiId)}: ${operation}` : operation;
    return row([restApiId, verb, path].join(' '), label, tally);
  });
};

/** Busiest first; by API key. */
export const readConsumers: Read = async (db, window, filter) => {
  const tallies = split(await readTallies(db, window, filter, { by: (t) => [sql`${t.apiKeyId}`], most }));
  const names = await keyNames(db, tallies);
  return tallies.map(([[apiKeyId = ''], tally]) => row(apiKeyId, names(apiKeyId), tally));
};

/** Busiest first; one line a stage of an API, and one of its own for the stage's canary. */
export const readByApi = byStage((t) => sql`${t.stageName}`);

/** The same for those who know of no canary: its calls are the stage's. */
export const readByProduct = byStage((t) => sql`split_part(${t.stageName}, '/', 1)`);

function byStage(stage: (table: UsageWindow['table']) => SQL): Read {
  return async (db, window, filter) => {
    const by = { by: (t: UsageWindow['table']) => [sql`${t.restApiId}`, stage(t)] };
    const tallies = split(await readTallies(db, window, filter, { ...by, most }));
    const names = await apiNames(db, tallies);
    return tallies.map(([[restApiId = '', stageName], tally]) =>
      row(`${restApiId}/${stageName}`, `${names(restApiId)} · ${stageName}`, tally),
    );
  };
}

/** Oldest first; UTC days, those with calls only. */
export const readByDay: Read = async (db, window, filter) => {
  const by = { by: (t: UsageWindow['table']) => [sql`to_char(${t.start} at time zone 'UTC', 'YYYY-MM-DD')`] };
  const tallies = split(await readTallies(db, window, filter, by));
  const rows = tallies.map(([[day = ''], tally]) => row(day, day, tally));
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
};

type SplitTally = [group: string[], tally: Tally];

function split(tallies: Map<string, Tally>): SplitTally[] {
  return [...tallies].map(([group, tally]) => [JSON.parse(group) as string[], tally]);
}

const row = (key: string, label: string, tally: Tally): UsageRow => ({ key, label, ...toFigures(tally) });

/** Names by id; a thing that was deleted keeps its id as name: its calls did happen. */
async function apiNames(db: Db, tallies: SplitTally[]): Promise<(id: string) => string> {
  const ids = [...new Set(tallies.map(([[id = '']]) => id))];
  const ofRest = await db
    .select({ id: restApis.id, name: restApis.name })
    .from(restApis)
    .where(inArray(restApis.id, ids));
  const others = await db
    .select({ id: apis.apiId, name: sql<string>`${apis.settings} ->> 'name'` })
    .from(apis)
    .where(inArray(apis.apiId, ids));
  const names = new Map([...ofRest, ...others].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? `Deleted API ${id}`;
}

async function keyNames(db: Db, tallies: SplitTally[]): Promise<(id: string) => string> {
  const ids = tallies.map(([[id = '']]) => id);
  const rows = await db
    .select({ id: apiKeys.id, name: apiKeys.name, appName: apps.name })
    .from(apiKeys)
    .leftJoin(apps, eq(apps.id, apiKeys.appId))
    .where(inArray(apiKeys.id, ids));
  const names = new Map(
    rows.map(({ id, name, appName }) => [id, [appName, name || id].filter(Boolean).join(' · ')]),
  );
  return (id) => (id === '' ? 'Without a key' : (names.get(id) ?? `Deleted key ${id}`));
}
