import { desc, eq, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apps, subscriptions, usagePlans, users } from '@/db/schema';
import type { Subscription } from '@/lib/model/portal';
import { unknownSubscription } from './ownership';

/** Newest first, with the developer's address: doors to developers leave it out (withoutDeveloper). */
export function readSubscriptions(db: Db, where: SQL | undefined): Promise<Required<Subscription>[]> {
  return db
    .select({
      id: subscriptions.id,
      appId: subscriptions.appId,
      appName: apps.name,
      developerEmail: users.email,
      usagePlanId: subscriptions.usagePlanId,
      usagePlanName: usagePlans.name,
      state: subscriptions.state,
      createdDate: subscriptions.createdDate,
    })
    .from(subscriptions)
    .innerJoin(apps, eq(apps.id, subscriptions.appId))
    .innerJoin(users, eq(users.id, apps.userId))
    .innerJoin(usagePlans, eq(usagePlans.id, subscriptions.usagePlanId))
    .where(where)
    .orderBy(desc(subscriptions.createdDate), desc(subscriptions.id))
    .then((rows) => rows.map((row) => ({ ...row, createdDate: row.createdDate.getTime() })));
}

/** @throws ControlError NotFoundException */
export async function readSubscription(db: Db, subscriptionId: string): Promise<Required<Subscription>> {
  const [found] = await readSubscriptions(db, eq(subscriptions.id, subscriptionId));
  if (!found) throw unknownSubscription();
  return found;
}

export function withoutDeveloper({ developerEmail, ...subscription }: Subscription): Subscription {
  return subscription;
}
