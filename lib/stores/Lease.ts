/** What a worker may spend of one limit without asking. Times are ms of one clock. */
export class Lease {
  private held = 0;
  private spent = 0;
  private lastGrant = 0;
  private touchedAt = 0;
  private expires = Number.POSITIVE_INFINITY;
  /** true while the owner was asked for more and has not answered */
  asked = false;

  /** Takes one, if one is at hand; `wallTime` ends leases of a quota period that is over. */
  take(now: number, wallTime: number): boolean {
    this.touchedAt = now;
    if (wallTime >= this.expires) this.held = 0;
    if (this.held === 0) return false;
    this.held -= 1;
    this.spent += 1;
    return true;
  }

  /** Undoes `take`: the call was refused by another limit. */
  putBack(): void {
    this.held += 1;
    this.spent -= 1;
  }

  grant(count: number, expires = Number.POSITIVE_INFINITY): void {
    this.held += count;
    this.lastGrant = count;
    this.expires = expires;
  }

  /** Less than half of the last grant is left: time to ask, before a call has to wait. */
  get isLow(): boolean {
    return !this.asked && this.held * 2 < this.lastGrant;
  }

  /** What happened since the last report; a lease not touched since `idleSince` is handed back. */
  report(key: string, idleSince: number) {
    const returned = this.touchedAt < idleSince ? this.held : 0;
    const report = {
      key,
      spent: this.spent,
      returned,
      ...(this.expires < Infinity && { expires: this.expires }),
    };
    this.held -= returned;
    this.spent = 0;
    return report;
  }

  /** Nothing at hand and nothing to say: the entry may go. */
  isEmpty(idleSince: number): boolean {
    return this.held === 0 && this.spent === 0 && !this.asked && this.touchedAt < idleSince;
  }
}
