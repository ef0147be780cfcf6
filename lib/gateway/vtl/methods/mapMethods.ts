import type { Budget } from '../Budget';
import { isEqual } from '../compare';
import { toText } from '../print';
import { JavaList, type Value, type VtlMap } from '../values';
import { MapEntry } from './MapEntry';
import type { Method, MethodTable } from './MethodTable';

function put(self: VtlMap, [key = null, value = null]: Value[], budget: Budget): Value {
  const name = toText(key, budget);
  const before = self.get(name) ?? null;
  self.set(name, value);
  return before;
}

function putAll(self: VtlMap, [other = null]: Value[], budget: Budget): Value {
  if (!(other instanceof Map)) return null;
  budget.spend(other.size);
  for (const [key, value] of [...other]) self.set(key, value);
  return null;
}

function remove(self: VtlMap, [key = null]: Value[], budget: Budget): Value {
  const name = toText(key, budget);
  const before = self.get(name) ?? null;
  self.delete(name);
  return before;
}

function collect(self: VtlMap, items: Iterable<Value>, budget: Budget): JavaList {
  budget.spend(self.size);
  return JavaList.holding(items);
}

/** java.util.Map, as far as templates use it. Keys are texts. */
export const mapMethods: MethodTable<VtlMap> = new Map<string, Method<VtlMap>>([
  ['get', (self, [key = null], budget) => self.get(toText(key, budget)) ?? null],
  ['getOrDefault', (self, [key = null, other = null], budget) => self.get(toText(key, budget)) ?? other],
  ['put', put],
  [
    'putIfAbsent',
    (self, args, budget) => self.get(toText(args[0] ?? null, budget)) ?? put(self, args, budget),
  ],
  ['putAll', putAll],
  [
    'replace',
    (self, args, budget) => (self.has(toText(args[0] ?? null, budget)) ? put(self, args, budget) : null),
  ],
  [
    'clone',
    (self, _, budget) => {
      budget.spend(self.size);
      return new Map(self);
    },
  ],
  ['remove', remove],
  ['containsKey', (self, [key = null], budget) => self.has(toText(key, budget))],
  [
    'containsValue',
    (self, [value = null], budget) => {
      budget.spend(self.size);
      return [...self.values()].some((held) => isEqual(held, value, budget));
    },
  ],
  ['keySet', (self, _, budget) => collect(self, self.keys(), budget)],
  ['values', (self, _, budget) => collect(self, self.values(), budget)],
  [
    'entrySet',
    (self, _, budget) =>
      collect(
        self,
        Array.from(self.keys(), (key) => new MapEntry(self, key)),
        budget,
      ),
  ],
  ['size', (self) => self.size],
  ['count', (self) => self.size],
  ['isEmpty', (self) => self.size === 0],
  [
    'clear',
    (self) => {
      self.clear();
      return null;
    },
  ],
]);
