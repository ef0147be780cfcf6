import type { Budget } from '../Budget';
import { toText } from '../print';
import { Bean, isNumber, type Value } from '../values';

/** target.name: a map's member, a bean's property, or isEmpty() of a list or text; nothing else exists. */
export function getProperty(target: Value, name: string): Value {
  if (target instanceof Map) return target.get(name) ?? null;
  if (target instanceof Bean) return target.property(name);
  if (name === 'empty' && (typeof target === 'string' || Array.isArray(target))) return target.length === 0;
  return null;
}

/** target[index]; negative indices count from the end, as JSONPath's do; outside of the list is nothing. */
export function getIndex(target: Value, index: Value, budget: Budget): Value {
  if (!Array.isArray(target)) return getProperty(target, toText(index, budget));
  return isNumber(index) ? (target.at(Number(index)) ?? null) : null;
}

export function setProperty(target: Value, name: string, value: Value): void {
  if (target instanceof Map) target.set(name, value);
}

/** Replaces an element that exists; a list does not grow this way. */
export function setIndex(target: Value, index: Value, value: Value, budget: Budget): void {
  const at = isNumber(index) ? Number(index) : -1;
  if (!Array.isArray(target)) setProperty(target, toText(index, budget), value);
  else if (Number.isInteger(at) && at >= 0 && at < target.length) target[at] = value;
}
