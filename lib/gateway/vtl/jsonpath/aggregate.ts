import { childrenOf, isNumeric, isRecord } from './document';
import type { Search } from './evaluate';
import type { AggregateName } from './segments';

/** Jayway's functions at a path's end; undefined where they have nothing to work on. */
export function aggregate(name: AggregateName, value: unknown, args: unknown[], search: Search): unknown {
  search.spend(Array.isArray(value) ? value.length : 1);
  switch (name) {
    case 'keys':
      return isRecord(value) ? [...(value instanceof Map ? value.keys() : Object.keys(value))] : undefined;
    case 'length':
    case 'size':
    case 'count':
      return sizeOf(args.length > 0 ? args[0] : value);
    case 'concat':
      return [...itemsOf(value).filter((item) => typeof item === 'string'), ...args.flatMap(textsOf)].join(
        '',
      );
    case 'append':
      return Array.isArray(value) ? [...value, ...args] : undefined;
    case 'index':
      return Array.isArray(value) && isNumeric(args[0]) ? value.at(Number(args[0])) : undefined;
    case 'first':
      return itemsOf(value)[0];
    case 'last':
      return itemsOf(value).at(-1);
    default:
      return aggregateNumbers(name, [...itemsOf(value), ...args.flatMap(itemsOrSelf)]);
  }
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return value.length;
  return value === undefined ? undefined : childrenOf(value).length;
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function itemsOrSelf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: unknown): string[] {
  return itemsOrSelf(value)
    .filter((item) => typeof item === 'string' || typeof item === 'boolean' || isNumeric(item))
    .map(String);
}

type Numeric = 'min' | 'max' | 'sum' | 'avg' | 'stddev';

function aggregateNumbers(name: Numeric, items: unknown[]): unknown {
  const numbers = items.filter(isNumeric);
  if (numbers.length === 0) return undefined;
  const sum = numbers.reduce((total: number, item) => total + Number(item), 0);
  if (name === 'sum') return sum;
  if (name === 'avg') return sum / numbers.length;
  if (name === 'stddev') return deviation(numbers.map(Number), sum / numbers.length);
  const sign = name === 'min' ? 1 : -1;
  return numbers.reduce((best, item) => (sign * Number(item) < sign * Number(best) ? item : best));
}

function deviation(numbers: number[], mean: number): number {
  const squares = numbers.reduce((total, number) => total + (number - mean) ** 2, 0);
  return Math.sqrt(squares / numbers.length);
}
