import { Bean, type Value } from '../values';

/** What iterator() gives. */
export class ListIterator extends Bean {
  private at = 0;

  constructor(private readonly items: readonly Value[]) {
    super();
  }

  override call(name: string, args: Value[]): Value {
    if (args.length > 0) return null;
    if (name === 'hasNext') return this.at < this.items.length;
    return name === 'next' ? (this.items[this.at++] ?? null) : null;
  }

  /** What it has not given yet; afterwards it has nothing left. */
  rest(): readonly Value[] {
    const rest = this.items.slice(this.at);
    this.at = this.items.length;
    return rest;
  }
}
