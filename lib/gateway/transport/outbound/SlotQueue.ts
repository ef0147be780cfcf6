import { BackendFailure } from '../BackendCall';
import type { Departure } from '../Departure';

interface Waiter {
  grant(): void;
}

/** Bounds the calls in flight of one integration; a bounded number waits, first come first served. */
export class SlotQueue {
  private taken = 0;
  private readonly waiters = new Set<Waiter>();

  constructor(
    private readonly slots: number,
    private readonly maxWaiting: number,
  ) {}

  get idle(): boolean {
    return this.taken === 0 && this.waiters.size === 0;
  }

  /** @throws BackendFailure `busy` when there is no room or no turn in time, `client-gone` */
  take(waitMillis: number, clientGone: Departure): Promise<void> | undefined {
    if (this.taken < this.slots) {
      this.taken += 1;
      return undefined;
    }
    if (this.waiters.size >= this.maxWaiting) throw new BackendFailure('busy', 'the queue for slots is full');
    return this.wait(waitMillis, clientGone);
  }

  /** Hands the slot to the first in the queue, else frees it. */
  release(): void {
    const [first] = this.waiters;
    if (first) first.grant();
    else this.taken -= 1;
  }

  private wait(waitMillis: number, clientGone: Departure): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiters.delete(waiter);
        clearTimeout(timer);
        clientGone.forget(gone);
      };
      const refuse = (failure: BackendFailure) => {
        leave();
        reject(failure);
      };
      const gone = () =>
        refuse(new BackendFailure('client-gone', 'the client left while it waited for a slot'));
      const late = () => refuse(new BackendFailure('busy', 'no slot became free in time'));
      const timer = setTimeout(late, waitMillis);
      const waiter = {
        grant: () => {
          leave();
          resolve();
        },
      };
      clientGone.listen(gone);
      this.waiters.add(waiter);
    });
  }
}
