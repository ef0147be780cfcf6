import type { Budget } from '../Budget';
import { toText } from '../print';
import { Bean, type Value, type VtlMap } from '../values';
import type { MethodTable } from './MethodTable';

/** An element of entrySet(). */
export class MapEntry extends Bean {
  constructor(
    readonly map: VtlMap,
    readonly key: string,
  ) {
    super();
  }

  get value(): Value {
    return this.map.get(this.key) ?? null;
  }

  override property(name: string): Value {
    if (name === 'key') return this.key;
    return name === 'value' ? this.value : null;
  }

  override text(budget: Budget): string {
    const { value } = this;
    return `${this.key}=${value === null ? 'null' : toText(value, budget)}`;
  }
}

export const entryMethods: MethodTable<MapEntry> = new Map([
  ['getKey', (self) => self.key],
  ['getValue', (self) => self.value],
  [
    'setValue',
    (self, [value = null]) => {
      const before = self.value;
      self.map.set(self.key, value);
      return before;
    },
  ],
]);
