import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';

/** @throws GatewayError THROTTLED, under the name that this API has for it */
export async function throttleAccount({ ports, serving }: Call): Promise<void> {
  const { taken } = await ports.counters.takeTokens([serving.accountBucket]);
  if (taken) return;
  const reason = 'No token left of the account';
  throw new GatewayError('THROTTLED', reason, undefined, undefined, 'LimitExceededException');
}
