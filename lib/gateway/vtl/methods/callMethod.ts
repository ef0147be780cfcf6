import type { Budget } from '../Budget';
import { isEqual } from '../compare';
import { toText } from '../print';
import { Bean, isNumber, type Value } from '../values';
import { listMethods } from './listMethods';
import { entryMethods, MapEntry } from './MapEntry';
import type { Method, MethodTable } from './MethodTable';
import { mapMethods } from './mapMethods';
import { numberMethods } from './numberMethods';
import { stringMethods } from './stringMethods';

/** What every value can do. */
const anyMethods: MethodTable<Value> = new Map<string, Method<Value>>([
  ['toString', (self, _, budget) => budget.text(toText(self, budget))],
  ['equals', (self, [other = null], budget) => other !== null && isEqual(self, other, budget)],
]);

const booleanMethods: MethodTable<boolean> = new Map<string, Method<boolean>>([
  ['booleanValue', (self) => self],
  ['parseBoolean', (_, [text = null], budget) => toText(text, budget).toLowerCase() === 'true'],
]);

/**
 * Calls a Java-like method by the table of the value's kind: the tables are all that exists, nothing is looked up
 * on a JavaScript object. An unknown method gives null, which prints nothing.
 */
export function callMethod(target: Value, name: string, args: Value[], budget: Budget): Value {
  budget.spend(1);
  const own = callOwn(target, name, args, budget);
  if (own !== undefined) return own;
  return anyMethods.get(name)?.(target, args, budget) ?? null;
}

function callOwn(target: Value, name: string, args: Value[], budget: Budget): Value | undefined {
  if (typeof target === 'string') return stringMethods.get(name)?.(budget.text(target), args, budget);
  if (typeof target === 'boolean') return booleanMethods.get(name)?.(target, args, budget);
  if (isNumber(target)) return numberMethods.get(name)?.(target, args, budget);
  if (Array.isArray(target)) return listMethods.get(name)?.(target, args, budget);
  if (target instanceof Map) return mapMethods.get(name)?.(target, args, budget);
  if (target instanceof MapEntry) return entryMethods.get(name)?.(target, args, budget);
  return target instanceof Bean ? (target.call(name, args) ?? undefined) : undefined;
}
