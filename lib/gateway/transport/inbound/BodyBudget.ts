/** Memory that request bodies of all calls in flight may hold together. */
export class BodyBudget {
  private held = 0;

  constructor(private readonly limit: number) {}

  /** @returns false when the bytes do not fit; nothing is taken then */
  take(bytes: number): boolean {
    if (this.held + bytes > this.limit) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
