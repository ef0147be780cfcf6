import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portalProducts, subscriptions, usagePlans } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import type { Subscription } from '@/lib/model/portal';
import { write } from '../operation';
import { lockMembership } from '../usagePlans/membership';
import { planStages } from '../usagePlans/planStages';
import { ownApp } from './ownership';
import { admitApp, checkNoOverlap, checkNotSubscribed } from './planMembership';
import { readSubscription, withoutDeveloper } from './readSubscriptions';

/** Active at once, or pending where the plan asks for approval. */
export const subscribe = write(
  { name: 'Subscribe', permission: 'signedIn' },
  async (call, appId: string, usagePlanId: string): Promise<Subscription> => {
    const { db, actor, now, audit } = call;
    await lockMembership(db);
    const app = await ownApp(db, actor, appId);
    const plan = await offeredPlan(db, usagePlanId);
    await checkNotSubscribed(db, app.id, plan.id);
    await checkNoOverlap(db, app.id, plan);
    const id = newId(10);
    const state = plan.approvalRequired ? 'PENDING' : 'ACTIVE';
    await db
      .insert(subscriptions)
      .values({ id, appId: app.id, usagePlanId: plan.id, state, createdDate: now });
    if (state === 'ACTIVE') await admitApp(call, app.id, plan.id);
    audit(id, { appId: app.id, usagePlanId: plan.id, state });
    return withoutDeveloper(await readSubscription(db, id));
  },
);

/** A plan that some published page shows; others do not exist for developers. */
async function offeredPlan(db: Db, usagePlanId: string) {
  const all = planStages(db);
  const [found] = await db
    .select({ plan: usagePlans })
    .from(usagePlans)
    .innerJoin(all, eq(all.usagePlanId, usagePlans.id))
    .innerJoin(
      portalProducts,
      and(
        eq(all.apiId, sql`coalesce(${portalProducts.restApiId}, ${portalProducts.apiId})`),
        eq(portalProducts.stageName, all.stageName),
        eq(portalProducts.published, true),
      ),
    )
    .where(and(eq(usagePlans.id, usagePlanId), eq(usagePlans.offeredInPortal, true)))
    .limit(1);
  if (!found) throw new ControlError('NotFoundException', 'Invalid Usage Plan ID specified');
  return found.plan;
}
