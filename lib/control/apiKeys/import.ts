import { inArray, sql } from 'drizzle-orm';
import { apiKeys, usagePlanKeys, usagePlans } from '@/db/schema';
import { apiKeyInput } from '@/lib/model/apiKey';
import { type ApiKeyCsvRow, readApiKeyCsv } from '@/lib/model/apiKeyCsv';
import type { WriteCall } from '../ControlContext';
import { freshIds } from '../freshIds';
import { write } from '../operation';
import { badRequest } from '../parse';
import { checkOnePlan, lockMembership } from '../usagePlans/membership';
import { keptValue } from './insertApiKey';

/** Keys a statement: 14 parameters each, of which Postgres takes 65,535. */
const PORTION = 1_000;
/** Lines told of a file that is wrong in every line. */
const MOST_TOLD = 20;

/** AWS's ImportApiKeys: all lines or none. */
export const importApiKeys = write(
  { name: 'ImportApiKeys', permission: 'editor' },
  async (call, { document, failOnWarnings = false }: { document: string; failOnWarnings?: boolean }) => {
    const rows = rowsOf(document);
    const warnings: string[] = [];
    const lines = lastOfEachValue(rows, warnings);
    const plans = await knownPlans(call, lines, warnings);
    if (failOnWarnings && warnings.length > 0)
      throw badRequest({ field: 'document', message: warnings.slice(0, MOST_TOLD).join('; ') });
    const ids = await store(call, lines);
    await join(call, lines, ids, plans);
    call.audit('apikeys', { imported: ids.length });
    call.publish({ apiKeyIds: ids });
    return { ids, warnings };
  },
);

/** @throws ControlError BadRequestException that names the lines */
function rowsOf(document: string): ApiKeyCsvRow[] {
  const rows = read(document);
  if (rows.length === 0) throw badRequest({ field: 'document', message: 'The file has no keys' });
  const wrong = rows.flatMap(({ line, usagePlanIds: _plans, ...key }) => {
    const parsed = apiKeyInput.safeParse(key);
    const told = parsed.error?.issues.map(({ message }) => message) ?? [];
    return told.map((message) => ({ field: 'document', message: `Line ${line}: ${message}`, line }));
  });
  if (wrong.length > 0) throw badRequest(...wrong.slice(0, MOST_TOLD));
  return rows;
}

function read(document: string): ApiKeyCsvRow[] {
  try {
    return readApiKeyCsv(document);
  } catch (error) {
    throw badRequest({ field: 'document', message: error instanceof Error ? error.message : String(error) });
  }
}

function lastOfEachValue(rows: ApiKeyCsvRow[], warnings: string[]): ApiKeyCsvRow[] {
  const byValue = new Map<string, ApiKeyCsvRow>();
  for (const row of rows) {
    const before = byValue.get(row.value);
    if (before) warnings.push(`Line ${row.line}: the key of line ${before.line} once more, which counts`);
    byValue.set(row.value, row);
  }
  return [...byValue.values()];
}

async function knownPlans({ db }: WriteCall, rows: ApiKeyCsvRow[], warnings: string[]): Promise<Set<string>> {
  const named = [...new Set(rows.flatMap(({ usagePlanIds }) => usagePlanIds))];
  if (named.length === 0) return new Set();
  const found = await db.select({ id: usagePlans.id }).from(usagePlans).where(inArray(usagePlans.id, named));
  const known = new Set(found.map(({ id }) => id));
  for (const { line, usagePlanIds } of rows)
    for (const id of usagePlanIds)
      if (!known.has(id)) warnings.push(`Line ${line}: there is no usage plan ${id.slice(0, 100)}`);
  return known;
}

/** @returns their ids, in the order of the rows */
async function store({ db, now, ports }: WriteCall, rows: ApiKeyCsvRow[]): Promise<string[]> {
  const fresh = await freshIds(db, apiKeys, apiKeys.id, 10, rows.length);
  const values = rows.map(({ name, description = null, enabled, value }, index) => ({
    id: fresh[index] ?? '',
    name,
    description,
    enabled,
    ...keptValue(ports.secrets, value),
    createdDate: now,
    lastUpdatedDate: now,
  }));
  const ids = new Map<string, string>();
  for (let from = 0; from < values.length; from += PORTION) {
    const kept = await db
      .insert(apiKeys)
      .values(values.slice(from, from + PORTION))
      .onConflictDoUpdate({
        target: apiKeys.valueHash,
        set: {
          name: sql`excluded.name`,
          description: sql`excluded.description`,
          enabled: sql`excluded.enabled`,
          lastUpdatedDate: now,
        },
      })
      .returning({ id: apiKeys.id, valueHash: apiKeys.valueHash });
    for (const { id, valueHash } of kept) ids.set(valueHash, id);
  }
  return values.map(({ valueHash, id }) => ids.get(valueHash) ?? id);
}

/** Plans that a key was in already it stays in. */
async function join(
  { db, now }: WriteCall,
  rows: ApiKeyCsvRow[],
  ids: string[],
  plans: Set<string>,
): Promise<void> {
  if (plans.size === 0) return;
  await lockMembership(db);
  const members = rows.flatMap(({ usagePlanIds }, index) =>
    [...new Set(usagePlanIds)]
      .filter((usagePlanId) => plans.has(usagePlanId))
      .map((usagePlanId) => ({ usagePlanId, apiKeyId: ids[index] ?? '', createdDate: now })),
  );
  for (let from = 0; from < members.length; from += PORTION)
    await db
      .insert(usagePlanKeys)
      .values(members.slice(from, from + PORTION))
      .onConflictDoNothing();
  for (const usagePlanId of plans) await checkOnePlan(db, usagePlanId);
}
