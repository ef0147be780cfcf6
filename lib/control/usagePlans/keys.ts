import { and, desc, eq, sql } from 'drizzle-orm';
import { apiKeys, usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Page } from '@/lib/model/page';
import { type UsagePlanKey, type UsagePlanKeyPageQuery, usagePlanKeyPageQuery } from '@/lib/model/usagePlan';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { parse } from '../parse';
import { readPlanQuota } from './readPlans';

/**
 * The keys of a plan, some at a time, the newest first as recorded on AWS. AWS tells their values, so it is a write although it changes nothing: who
 * saw values stands in the audit log.
 */
export const pageUsagePlanKeys = write(
  { name: 'GetUsagePlanKeys', permission: 'editor' },
  async (call, usagePlanId: string, input: UsagePlanKeyPageQuery): Promise<Page<UsagePlanKey>> => {
    const { limit, nameQuery, after } = parse(usagePlanKeyPageQuery, input);
    await readPlanQuota(call.db, usagePlanId);
    const rows = await keysOf(call)
      .where(
        and(
          eq(usagePlanKeys.usagePlanId, usagePlanId),
          after &&
            sql`(${usagePlanKeys.createdDate}, ${usagePlanKeys.apiKeyId}) < (${new Date(after.createdDate).toISOString()}::timestamptz, ${after.id})`,
          nameQuery === undefined ? undefined : sql`starts_with(${apiKeys.name}, ${nameQuery})`,
        ),
      )
      .orderBy(desc(usagePlanKeys.createdDate), desc(usagePlanKeys.apiKeyId))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map((row) => toKey(call, row));
    call.audit(usagePlanId, { includeValues: items.length });
    return { items, isMore: rows.length > limit };
  },
);

/** One of them. @throws ControlError NotFoundException for a key that is not in the plan */
export const getUsagePlanKey = write(
  { name: 'GetUsagePlanKey', permission: 'editor' },
  async (call, usagePlanId: string, apiKeyId: string): Promise<UsagePlanKey> => {
    await readPlanQuota(call.db, usagePlanId);
    const [row] = await keysOf(call).where(
      and(eq(usagePlanKeys.usagePlanId, usagePlanId), eq(usagePlanKeys.apiKeyId, apiKeyId)),
    );
    if (!row) throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
    call.audit(usagePlanId, { apiKeyId, includeValue: true });
    return toKey(call, row);
  },
);

function keysOf({ db }: WriteCall) {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      valueSealed: apiKeys.valueSealed,
      createdDate: usagePlanKeys.createdDate,
    })
    .from(usagePlanKeys)
    .innerJoin(apiKeys, eq(apiKeys.id, usagePlanKeys.apiKeyId))
    .$dynamic();
}

type KeyRow = { id: string; name: string; valueSealed: string; createdDate: Date };

function toKey({ ports }: WriteCall, { id, name, valueSealed, createdDate }: KeyRow): UsagePlanKey {
  return { id, name, value: ports.secrets.decrypt(valueSealed), createdDate: createdDate.getTime() };
}
