'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

export const decideSubscription = action(
  async (actor, input: { subscriptionId: string; decision: 'ACTIVE' | 'REJECTED' }) => {
    const subscription = await control().portal.decideSubscription(
      actor,
      input.subscriptionId,
      input.decision,
    );
    revalidatePath('/console', 'layout');
    return subscription;
  },
);
