import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { BucketRequest } from '../ports';
import { letThrough } from '../steps/letThrough';

/** @throws GatewayError THROTTLED, under the name that this API has for it */
export async function throttleAccount(call: Call): Promise<void> {
  if (await hasToken(call, call.serving.accountBucket)) return;
  const reason = 'No token left of the account';
  throw new GatewayError('THROTTLED', reason, undefined, undefined, 'LimitExceededException');
}

/** Takes a token; true too where the counters cannot be asked. */
export async function hasToken(call: Call, bucket: BucketRequest): Promise<boolean> {
  try {
    return (await call.ports.counters.takeTokens([bucket])).taken;
  } catch (error) {
    letThrough(call, error);
    return true;
  }
}
