/**
 * Tells what was written here from what came from elsewhere. Next reports a changed address in a transition, so
 * later than the next key press: taken as the value of an input, the late report would swallow letters.
 */
export class Echoes {
  #written: string[] = [];

  /** To be called with each value that is written. */
  expect(value: string): void {
    this.#written.push(value);
  }

  /** True when `value` is a report of one's own writing; reports of earlier writings will not come any more. */
  take(value: string): boolean {
    const at = this.#written.lastIndexOf(value);
    this.#written.splice(0, at + 1);
    return at >= 0;
  }
}
