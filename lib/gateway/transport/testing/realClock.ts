import type { Clock } from '../../ports';

export const realClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };
