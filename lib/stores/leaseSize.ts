/** From here on a limit is generous: a lease that waits unused on one worker is no loss worth a round trip. */
const GENEROUS = 1_000;
const LARGEST = 256;

/**
 * How many tokens a worker gets beyond those it asked for. None of a scarce limit: there each call asks, so that
 * no token lies with one worker while another refuses.
 */
export function leaseSize(available: number): number {
  return available < GENEROUS ? 0 : Math.min(LARGEST, Math.floor(available / 64));
}
