import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { KeyedCaller } from './checkApiKey';

/**
 * Counts the call against the plan's quota, if the caller came with a key whose plan has one. After the
 * throttle: a throttled call is not counted.
 * @throws GatewayError QUOTA_EXCEEDED
 */
export async function takeQuota(
  { ports, report, trace }: Call,
  caller: KeyedCaller | undefined,
): Promise<void> {
  const quota = caller?.plan.quota;
  if (!quota) return;
  const answer = ports.counters.takeQuota({
    usagePlanId: caller.plan.id,
    apiKeyId: caller.apiKeyId,
    quota,
  });
  const { taken } = answer instanceof Promise ? await answer : answer;
  if (!taken) throw new GatewayError('QUOTA_EXCEEDED', `Quota of usage plan ${caller.plan.id} is used up`);
  report.quotaCounted = true;
  trace?.add('takeQuota', `Counted against the quota of usage plan ${caller.plan.id}`);
}
