import { and, eq, inArray, min, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, subscriptions, usagePlanKeys, usagePlans } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
import { checkOnePlan } from '../usagePlans/membership';
import { planStages } from '../usagePlans/planStages';
import { livingKeyIds } from './readApps';

const living = inArray(subscriptions.state, ['PENDING', 'ACTIVE']);

/**
 * The caller holds lockMembership. Keys that an editor put into the plan already stay in it. The app's quota began with
 * its first key there, so that a key which takes another's place does not begin it anew.
 */
export async function joinKeys(
  { db, now }: WriteCall,
  appId: string,
  usagePlanId: string,
  apiKeyIds: string[],
): Promise<void> {
  if (apiKeyIds.length === 0) return;
  const [first] = await db
    .select({ joined: min(usagePlanKeys.createdDate) })
    .from(usagePlanKeys)
    .innerJoin(apiKeys, eq(apiKeys.id, usagePlanKeys.apiKeyId))
    .where(and(eq(usagePlanKeys.usagePlanId, usagePlanId), eq(apiKeys.appId, appId)));
  const createdDate = first?.joined ?? now;
  const rows = apiKeyIds.map((apiKeyId) => ({ usagePlanId, apiKeyId, createdDate }));
  await db.insert(usagePlanKeys).values(rows).onConflictDoNothing();
  for (const apiKeyId of apiKeyIds) await checkOnePlan(db, usagePlanId, apiKeyId);
}

/** Puts the app's keys into the plan of a subscription that became active. */
export async function admitApp(call: WriteCall, appId: string, usagePlanId: string): Promise<void> {
  const apiKeyIds = await livingKeyIds(call.db, call.now, appId);
  await joinKeys(call, appId, usagePlanId, apiKeyIds);
  if (apiKeyIds.length > 0) call.publish({ apiKeyIds });
}

/** Takes the app's keys out of a plan. */
export async function dismissApp(call: WriteCall, appId: string, usagePlanId: string): Promise<void> {
  const ofApp = call.db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.appId, appId));
  const left = await call.db
    .delete(usagePlanKeys)
    .where(and(eq(usagePlanKeys.usagePlanId, usagePlanId), inArray(usagePlanKeys.apiKeyId, ofApp)))
    .returning({ id: usagePlanKeys.apiKeyId });
  if (left.length > 0) call.publish({ apiKeyIds: left.map((key) => key.id) });
}

export async function activePlanIds(db: Db, appId: string): Promise<string[]> {
  const rows = await db
    .select({ id: subscriptions.usagePlanId })
    .from(subscriptions)
    .where(and(eq(subscriptions.appId, appId), eq(subscriptions.state, 'ACTIVE')));
  return rows.map((row) => row.id);
}

/**
 * AWS's rule: a key has one plan for each stage (reference/rest-execution.md section 13).
 * @throws ControlError ConflictException, whose sentence says how to switch
 */
export async function checkNoOverlap(
  db: Db,
  appId: string,
  plan: { id: string; name: string },
): Promise<void> {
  const all = planStages(db);
  const stageOf = sql<string>`${all.apiId} || '/' || ${all.stageName}`;
  const own = db.select({ stage: stageOf }).from(all).where(eq(all.usagePlanId, plan.id));
  const [other] = await db
    .select({ name: usagePlans.name })
    .from(subscriptions)
    .innerJoin(usagePlans, eq(usagePlans.id, subscriptions.usagePlanId))
    .innerJoin(all, eq(all.usagePlanId, usagePlans.id))
    .where(and(eq(subscriptions.appId, appId), living, ne(usagePlans.id, plan.id), inArray(stageOf, own)))
    .limit(1);
  if (!other) return;
  throw new ControlError(
    'ConflictException',
    `This app is subscribed to ${other.name}, which covers the same API. To switch, cancel that subscription and subscribe to ${plan.name} then.`,
  );
}

/** @throws ControlError ConflictException */
export async function checkNotSubscribed(db: Db, appId: string, usagePlanId: string): Promise<void> {
  const [same] = await db
    .select({ state: subscriptions.state })
    .from(subscriptions)
    .where(and(eq(subscriptions.appId, appId), eq(subscriptions.usagePlanId, usagePlanId), living));
  if (!same) return;
  const message =
    same.state === 'PENDING'
      ? 'This app asked for this plan already: the request waits for approval'
      : 'This app is subscribed to this plan already';
  throw new ControlError('ConflictException', message);
}
