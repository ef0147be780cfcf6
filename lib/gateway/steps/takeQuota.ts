import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { QuotaAnswer } from '../ports';
import type { KeyedCaller } from './checkApiKey';
import { letThrough } from './letThrough';

/**
 * Counts the call against the plan's quota, if the caller came with a key whose plan has one. After the
 * throttle: a throttled call is not counted.
 * @throws GatewayError QUOTA_EXCEEDED
 */
export function takeQuota(call: Call, caller: KeyedCaller | undefined): void | Promise<void> {
  const quota = caller?.plan.quota;
  if (!quota) return;
  const { id: usagePlanId } = caller.plan;
  const { counters } = call.ports;
  let answer: ReturnType<typeof counters.takeQuota>;
  try {
    answer = counters.takeQuota({ usagePlanId, quotaOwnerId: caller.quotaOwnerId, quota });
  } catch (error) {
    return letThrough(call, error);
  }
  if (!(answer instanceof Promise)) return judge(call, answer, usagePlanId);
  return answer.then(
    (late) => judge(call, late, usagePlanId),
    (error: unknown) => letThrough(call, error),
  );
}

function judge({ report, trace }: Call, { taken }: QuotaAnswer, usagePlanId: string): void {
  if (!taken) throw new GatewayError('QUOTA_EXCEEDED', `Quota of usage plan ${usagePlanId} is used up`);
  report.quotaCounted = true;
  trace?.add('takeQuota', `Counted against the quota of usage plan ${usagePlanId}`);
}
