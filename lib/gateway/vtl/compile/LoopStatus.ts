import { Bean, type Value } from '../values';

/** $foreach inside a loop. */
export class LoopStatus extends Bean {
  index = 0;

  constructor(
    private readonly items: readonly Value[],
    private readonly parent: Value,
  ) {
    super();
  }

  override property(name: string): Value {
    switch (name) {
      case 'index':
        return this.index;
      case 'count':
        return this.index + 1;
      case 'hasNext':
        return this.hasNext;
      case 'first':
        return this.index === 0;
      case 'last':
        return !this.hasNext;
      case 'parent':
        return this.parent;
      case 'topmost':
        return this.topmost;
      default:
        return null;
    }
  }

  /** hasNext(), getIndex() and isFirst() are the methods behind the properties. */
  override call(name: string, args: Value[]): Value {
    if (args.length > 0) return null;
    if (name === 'hasNext') return this.hasNext;
    const property = /^(?:get|is)([A-Z])(\w*)$/.exec(name);
    return property ? this.property(`${property[1]?.toLowerCase()}${property[2]}`) : null;
  }

  private get hasNext(): boolean {
    return this.index + 1 < this.items.length;
  }

  private get topmost(): Value {
    return this.parent instanceof LoopStatus ? this.parent.topmost : this;
  }
}
