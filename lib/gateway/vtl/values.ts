import type { Budget } from './Budget';
import { Decimal } from './Decimal';

/** A value of a running template. Arrays that are no JavaList come from JSON and print as JSON. */
export type Value = null | boolean | string | number | bigint | Decimal | Value[] | Map<string, Value> | Bean;
export type VtlMap = Map<string, Value>;

/** A list made by the template ([1, 2], keySet()); it prints as Java prints an ArrayList. */
export class JavaList extends Array<Value> {
  static holding(items: Iterable<Value>): JavaList {
    const list = new JavaList();
    for (const item of items) list.push(item);
    return list;
  }
}

/** An object that a template can ask but not look into: only what it answers exists. */
export abstract class Bean {
  /** A property; null when there is none. */
  property(_name: string): Value {
    return null;
  }

  /** A method's result; null when there is no such method. */
  call(_name: string, _args: Value[]): Value {
    return null;
  }

  /** What printing gives. */
  text(_budget: Budget): string {
    return '';
  }
}

/** A part of $context: nested maps can be walked and asked for keys but print as empty text. */
export class ContextMap extends Map<string, Value> {
  /** What the map itself prints. */
  printed = '';
}

/** Plain data (from the engine) as template values; functions and symbols become null. */
export function fromPlain(data: unknown): Value {
  if (data === null || data === undefined) return null;
  if (typeof data === 'string' || typeof data === 'boolean' || typeof data === 'bigint') return data;
  if (typeof data === 'number') return Number.isSafeInteger(data) ? data : new Decimal(data);
  if (Array.isArray(data)) return data.map(fromPlain);
  if (typeof data !== 'object') return null;
  const map = new ContextMap();
  for (const [key, value] of Object.entries(data)) map.set(key, fromPlain(value));
  return map;
}

export function isNumber(value: Value): value is number | bigint | Decimal {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}
