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

  override text(): string {
    const { value } = this;
    return `${this.key}=${value !== null && typeof value === 'object' ? '' : value}`;
  }
}

export const entryMethods: MethodTable<MapEntry> = new Map([
  ['getKey', (self) => self.key],
  ['getValue', (self) => self.value],
]);
