import { and, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps, subscriptions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import { actorUserId } from '../users/actorUserId';

/**
 * Every query for a developer goes through here: the owner's id is part of the condition, so that what belongs
 * to someone else is not found rather than found and then refused.
 */
export const ownedBy = (actor: Actor): SQL => eq(apps.userId, actorUserId(actor));

/** Keys that work now or would if they were enabled: not revoked, and not rotated longer ago than the overlap. */
export const alive = (now: Date) => or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now));

/** @throws ControlError NotFoundException, also for another developer's app */
export async function ownApp(db: Db, actor: Actor, appId: string) {
  const [app] = await db
    .select()
    .from(apps)
    .where(and(ownedBy(actor), eq(apps.id, appId)));
  if (!app) throw new ControlError('NotFoundException', 'Invalid app identifier specified');
  return app;
}

/** @throws ControlError NotFoundException, also for another developer's key and for one that is over */
export async function ownKey(db: Db, actor: Actor, now: Date, apiKeyId: string, appId?: string) {
  const inApp = appId === undefined ? undefined : eq(apps.id, appId);
  const [found] = await db
    .select({ key: apiKeys })
    .from(apiKeys)
    .innerJoin(apps, eq(apps.id, apiKeys.appId))
    .where(and(ownedBy(actor), inApp, eq(apiKeys.id, apiKeyId), alive(now)));
  if (!found) throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
  return found.key;
}

/** @throws ControlError NotFoundException, also for another developer's subscription */
export async function ownSubscription(db: Db, actor: Actor, subscriptionId: string) {
  const [found] = await db
    .select({ subscription: subscriptions })
    .from(subscriptions)
    .innerJoin(apps, eq(apps.id, subscriptions.appId))
    .where(and(ownedBy(actor), eq(subscriptions.id, subscriptionId)));
  if (!found) throw unknownSubscription();
  return found.subscription;
}

export function unknownSubscription(): ControlError {
  return new ControlError('NotFoundException', 'Invalid subscription identifier specified');
}
