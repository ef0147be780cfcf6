'use server';

import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

/** Calls of the last 7 days to an API, or with a key: what its deletion would hit. */
export const weekOfTraffic = action((actor, subject: { restApiId?: string; apiKeyId?: string }) =>
  control().usage.lastWeek(actor, subject),
);
