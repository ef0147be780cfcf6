import type { WeekOfTraffic } from '@/lib/model/usage';

const counted = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;

/** Who called in the last 7 days, in one sentence. */
export function trafficWords({ calls, callsWithoutKey, apiKeys }: WeekOfTraffic): string {
  if (calls === 0) return 'Nobody called it in the last 7 days.';
  const all = `${counted(calls, 'call')} in the last 7 days`;
  if (apiKeys === 0) return `${all}, all without an API key.`;
  const keyed = `with ${counted(apiKeys, 'API key')}`;
  if (callsWithoutKey === 0) return `${all}, ${keyed}.`;
  return `${all}: ${keyed}, and ${callsWithoutKey.toLocaleString('en')} of them without one.`;
}
