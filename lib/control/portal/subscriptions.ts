import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { subscriptions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type Subscription, subscriptionStates } from '@/lib/model/portal';
import { read, write } from '../operation';
import { parse } from '../parse';
import { actorName } from '../permission';
import { lockMembership } from '../usagePlans/membership';
import { ownSubscription } from './ownership';
import { admitApp, dismissApp } from './planMembership';
import { readSubscription, readSubscriptions } from './readSubscriptions';

const filterInput = z.object({ state: z.enum(subscriptionStates).optional() });
const decisionInput = z.enum(['ACTIVE', 'REJECTED']);

/** All developers', newest first, for the console. */
export const listSubscriptions = read(
  { name: 'GetSubscriptions', permission: 'viewer' },
  ({ db }, filter: { state?: Subscription['state'] } = {}): Promise<Subscription[]> => {
    const { state } = parse(filterInput, filter);
    return readSubscriptions(db, state && eq(subscriptions.state, state));
  },
);

/** Ends the developer's own subscription: the app's keys leave the plan at once. */
export const cancelSubscription = write(
  { name: 'CancelSubscription', permission: 'signedIn' },
  async (call, subscriptionId: string): Promise<void> => {
    await lockMembership(call.db);
    const { id, appId, usagePlanId, state } = await ownSubscription(call.db, call.actor, subscriptionId);
    if (state !== 'ACTIVE' && state !== 'PENDING')
      throw new ControlError('ConflictException', 'This subscription has ended already');
    await call.db.update(subscriptions).set({ state: 'CANCELLED' }).where(eq(subscriptions.id, id));
    if (state === 'ACTIVE') await dismissApp(call, appId, usagePlanId);
    call.audit(id, { appId, usagePlanId });
  },
);

/** Approves or rejects a request once. */
export const decideSubscription = write(
  { name: 'DecideSubscription', permission: 'editor' },
  async (call, subscriptionId: string, decision: 'ACTIVE' | 'REJECTED'): Promise<Subscription> => {
    const state = parse(decisionInput, decision);
    await lockMembership(call.db);
    const before = await readSubscription(call.db, subscriptionId);
    if (before.state !== 'PENDING')
      throw new ControlError('ConflictException', 'This request is not waiting for a decision any more');
    await call.db
      .update(subscriptions)
      .set({ state, decidedBy: actorName(call.actor) })
      .where(eq(subscriptions.id, before.id));
    if (state === 'ACTIVE') await admitApp(call, before.appId, before.usagePlanId);
    call.audit(before.id, { appId: before.appId, usagePlanId: before.usagePlanId, state });
    return { ...before, state };
  },
);
