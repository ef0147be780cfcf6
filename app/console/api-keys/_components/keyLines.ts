import type { ApiKey } from '@/lib/model/apiKey';
import type { Subscription } from '@/lib/model/portal';
import type { UsagePlan } from '@/lib/model/usagePlan';

/** A key as the table shows it: with its plans' names, and the portal app that owns it. */
export interface KeyLine extends ApiKey {
  plans: { id: string; name: string }[];
  /** app and developer where a subscription tells them, else the app's id */
  owner?: string;
}

export function keyLines(
  keys: readonly ApiKey[],
  plans: readonly UsagePlan[],
  subscriptions: readonly Subscription[],
): KeyLine[] {
  const names = new Map(plans.map((plan) => [plan.id, plan.name]));
  const owners = new Map(subscriptions.map((each) => [each.appId, ownerOf(each)]));
  return keys.map((key) => ({
    ...key,
    plans: key.usagePlanIds.map((id) => ({ id, name: names.get(id) ?? id })),
    ...(key.appId !== undefined && { owner: owners.get(key.appId) ?? `App ${key.appId}` }),
  }));
}

const ownerOf = ({ appName, developerEmail }: Subscription) =>
  developerEmail ? `${appName} (${developerEmail})` : appName;

/** How dialogs name a key; a key may have no name. */
export const keyTitle = (key: ApiKey): string => key.name || key.hint;
