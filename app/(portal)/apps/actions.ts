'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { AppInput, AppKey, Subscription } from '@/lib/model/portal';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

export const createApp = action(async (actor, input: AppInput) => {
  const app = await control().portal.createApp(actor, input);
  revalidatePath('/apps');
  return app;
});

export const updateApp = action(async (actor, input: AppInput & { appId: string }) => {
  const app = await control().portal.updateApp(actor, input.appId, {
    name: input.name,
    description: input.description,
  });
  revalidatePath('/apps', 'layout');
  return app;
});

export const deleteApp = action(async (actor, input: { appId: string }) => {
  await control().portal.deleteApp(actor, input.appId);
  revalidatePath('/apps');
  return { appId: input.appId };
});

export const createKey = action(async (actor, input: { appId: string; name: string }) => {
  const key = await control().portal.createKey(actor, input.appId, { name: input.name });
  revalidatePath('/apps', 'layout');
  return key;
});

export const rotateKey = action(
  async (actor, input: { appId: string; apiKeyId: string; overlapSeconds: number }) => {
    const { appId, apiKeyId, overlapSeconds } = input;
    const key = await control().portal.rotateKey(actor, appId, apiKeyId, { overlapSeconds });
    revalidatePath('/apps', 'layout');
    return key;
  },
);

export const revokeKey = action(async (actor, input: { appId: string; apiKeyId: string }) => {
  await control().portal.revokeKey(actor, input.appId, input.apiKeyId);
  revalidatePath('/apps', 'layout');
  return { apiKeyId: input.apiKeyId };
});

export const cancelSubscription = action(async (actor, input: { subscriptionId: string }) => {
  await control().portal.cancelSubscription(actor, input.subscriptionId);
  revalidatePath('/apps', 'layout');
  return input;
});

export interface SubscribeInput {
  usagePlanId: string;
  /** absent: a new app named `newAppName` */
  appId?: string;
  newAppName?: string;
}
export interface Subscribed {
  appId: string;
  subscription: Subscription;
  /** a first key, when the app had none and the plan is active at once */
  key?: AppKey;
}

/** A visitor's shortest way to a key: app if needed, subscription, first key. A refused subscription leaves no new app. */
export const subscribe = action(async (actor, input: SubscribeInput): Promise<Subscribed> => {
  const { portal } = control();
  const app = input.appId
    ? await portal.app(actor, input.appId)
    : await portal.createApp(actor, { name: input.newAppName ?? '', description: '' });
  const subscription = await portal
    .subscribe(actor, app.id, input.usagePlanId)
    .catch(async (error: unknown) => {
      if (!input.appId) await portal.deleteApp(actor, app.id);
      throw error;
    });
  const key = await firstKey(actor, app.id, app.keys.length, subscription);
  revalidatePath('/apps', 'layout');
  return { appId: app.id, subscription, key };
});

async function firstKey(actor: Actor, appId: string, existing: number, subscription: Subscription) {
  if (existing > 0 || subscription.state !== 'ACTIVE') return undefined;
  return control().portal.createKey(actor, appId, { name: 'First key' });
}
