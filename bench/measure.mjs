import { load } from './load.mjs';
import { processorSeconds, residentBytes } from './processorTime.mjs';

/** Usage goes to control every 250 ms: what the calls cost there belongs to them. */
const AFTERWARDS = 600;

/**
 * Puts a load on a target and reads what its processes used for it.
 * @returns wrk's figures, and for each part of the target `micros` (processor time a call) and `bytes` resident
 */
export async function measure(target, how) {
  const parts = Object.entries(target.parts);
  const before = parts.map(([, pids]) => processorSeconds(pids));
  const figures = await load(target, how);
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS));
  const used = parts.map(([part, pids], index) => {
    const micros = ((processorSeconds(pids) - before[index]) * 1e6) / figures.calls;
    return [part, { micros, bytes: residentBytes(pids) }];
  });
  return { ...figures, parts: Object.fromEntries(used) };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
