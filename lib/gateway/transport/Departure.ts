/**
 * Whether a call's client has left. An AbortSignal would say the same; Node builds one out of an event target, a
 * weak reference and symbols, for each call, and nearly no client leaves.
 */
export class Departure {
  private listener: (() => void) | undefined;
  private left = false;

  get happened(): boolean {
    return this.left;
  }

  /** A call waits in one place at a time, so a later listener takes the place of the one before. */
  listen(listener: () => void): void {
    this.listener = listener;
  }

  /** Nothing happens when another listens by now. */
  forget(listener: () => void): void {
    if (this.listener === listener) this.listener = undefined;
  }

  announce(): void {
    if (this.left) return;
    this.left = true;
    this.listener?.();
  }
}
