import type { Budget } from '../Budget';
import { isEqual } from '../compare';
import { isNumber, JavaList, type Value } from '../values';
import { ListIterator } from './ListIterator';
import type { Method, MethodTable } from './MethodTable';

/** The place an argument names; undefined when it is none of the list's. */
function place(list: Value[], arg: Value, size = list.length): number | undefined {
  if (!isNumber(arg)) return undefined;
  const at = Number(arg);
  return Number.isInteger(at) && at >= 0 && at < size ? at : undefined;
}

function add(self: Value[], args: Value[], budget: Budget): Value {
  if (args.length < 2) {
    self.push(args[0] ?? null);
    return true;
  }
  const at = place(self, args[0] ?? null, self.length + 1);
  budget.spend(self.length >> 3);
  if (at !== undefined) self.splice(at, 0, args[1] ?? null);
  return null;
}

function addAll(self: Value[], [items = null]: Value[], budget: Budget): Value {
  const added = Array.isArray(items) ? items : items instanceof Map ? [...items.values()] : [];
  budget.spend(added.length);
  for (let at = 0, size = added.length; at < size; at++) self.push(added[at] ?? null);
  return added.length > 0;
}

/** remove(3) takes the place, remove("x") the element, as Java's overloads do. */
function remove(self: Value[], [arg = null]: Value[], budget: Budget): Value {
  budget.spend(self.length >> 3);
  if (isNumber(arg)) {
    const at = place(self, arg);
    return at === undefined ? null : (self.splice(at, 1)[0] ?? null);
  }
  const at = find(self, arg, budget);
  if (at >= 0) self.splice(at, 1);
  return at >= 0;
}

function find(self: Value[], wanted: Value, budget: Budget): number {
  budget.spend(self.length);
  return self.findIndex((item) => isEqual(item, wanted, budget));
}

function findLast(self: Value[], wanted: Value, budget: Budget): number {
  budget.spend(self.length);
  return self.findLastIndex((item) => isEqual(item, wanted, budget));
}

function set(self: Value[], [index = null, value = null]: Value[]): Value {
  const at = place(self, index);
  if (at === undefined) return null;
  const before = self[at] ?? null;
  self[at] = value;
  return before;
}

function subList(self: Value[], [from = null, to = null]: Value[], budget: Budget): Value {
  const [start, end] = [place(self, from, self.length + 1), place(self, to, self.length + 1)];
  if (start === undefined || end === undefined || start > end) return null;
  budget.spend(end - start);
  const part = self instanceof JavaList ? new JavaList() : [];
  for (let at = start; at < end; at++) part.push(self[at] ?? null);
  return part;
}

function containsAll(self: Value[], [items = null]: Value[], budget: Budget): Value {
  return Array.isArray(items) && items.every((item) => find(self, item, budget) >= 0);
}

/** removeAll and retainAll: drops the elements that the other list holds, or does not. */
function dropping(held: boolean): Method<Value[]> {
  return (self, [items = null], budget) => {
    if (!Array.isArray(items)) return false;
    const kept = Array.from(self).filter((item) => find(items, item, budget) >= 0 !== held);
    const changed = kept.length < self.length;
    self.length = 0;
    for (const item of kept) self.push(item);
    return changed;
  };
}

function copy(self: Value[], _: Value[], budget: Budget): Value {
  budget.spend(self.length);
  return JavaList.holding(self);
}

function reversed(self: Value[], _: Value[], budget: Budget): Value {
  budget.spend(self.length);
  return JavaList.holding(Array.from(self).reverse());
}

function iterate(self: Value[], _: Value[], budget: Budget): Value {
  budget.spend(self.length);
  return new ListIterator(Array.from(self));
}

/** java.util.List and Set, as far as templates use them; size() is count() and length() on JSONPath results too. */
export const listMethods: MethodTable<Value[]> = new Map<string, Method<Value[]>>([
  ['get', (self, [index = null]) => self[place(self, index) ?? -1] ?? null],
  ['size', (self) => self.length],
  ['count', (self) => self.length],
  ['length', (self) => self.length],
  ['isEmpty', (self) => self.length === 0],
  ['add', add],
  ['addAll', addAll],
  ['remove', remove],
  ['set', set],
  ['subList', subList],
  ['contains', (self, [item = null], budget) => find(self, item, budget) >= 0],
  ['containsAll', containsAll],
  ['indexOf', (self, [item = null], budget) => find(self, item, budget)],
  ['removeAll', dropping(true)],
  ['retainAll', dropping(false)],
  ['toArray', copy],
  ['clone', copy],
  ['reversed', reversed],
  ['iterator', iterate],
  ['listIterator', iterate],
  ['getFirst', (self) => self[0] ?? null],
  ['getLast', (self) => self.at(-1) ?? null],
  ['removeFirst', (self) => self.shift() ?? null],
  ['removeLast', (self) => self.pop() ?? null],
  ['addFirst', (self, [item = null], budget) => add(self, [0, item], budget)],
  [
    'addLast',
    (self, [item = null]) => {
      self.push(item);
      return null;
    },
  ],
  ['lastIndexOf', (self, [item = null], budget) => findLast(self, item, budget)],
  [
    'clear',
    (self) => {
      self.length = 0;
      return null;
    },
  ],
]);
