import type { Clock } from '@gatehouse/gateway/ports';

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};
