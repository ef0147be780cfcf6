/** How much each holder (worker) has out on lease, so that a dead one's leases are known. */
export class HolderLeases {
  private readonly byHolder = new Map<string, Map<string, number>>();

  add(holder: string, key: string, change: number): void {
    const leases = this.byHolder.get(holder) ?? new Map<string, number>();
    this.byHolder.set(holder, leases);
    const left = (leases.get(key) ?? 0) + change;
    if (left > 0) leases.set(key, left);
    else leases.delete(key);
  }

  /** Forgets the holder and tells what it still held. */
  drop(holder: string): Map<string, number> {
    const leases = this.byHolder.get(holder) ?? new Map<string, number>();
    this.byHolder.delete(holder);
    return leases;
  }
}
