import type { ApiKey } from '@/lib/model/apiKey';
import type { QuotaState } from '@/lib/model/usage';

/**
 * A key of the plan with what it used of the quota, together with the other keys of its portal app; without `quota`
 * the plan has none or the key is not told.
 */
export interface PlanKeyLine extends ApiKey {
  quota?: QuotaState;
}

/** Busiest first as the quotas come, the others newest first after them. */
export function planKeyLines(keys: readonly ApiKey[], quotas: readonly QuotaState[]): PlanKeyLine[] {
  const used = new Map(quotas.map((quota) => [quota.quotaOwnerId, quota]));
  const lines = keys.map((key) => ({ ...key, quota: used.get(key.appId ?? key.id) }));
  return lines.sort((a, b) => (b.quota?.used ?? 0) - (a.quota?.used ?? 0));
}
