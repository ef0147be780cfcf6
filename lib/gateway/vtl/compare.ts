import { type Budget, limits, RenderFault } from './Budget';
import { toText } from './print';
import { isNumber, type Value } from './values';

/** Velocity 1.x: only null and false are false; "" and 0 are true. */
export function isTrue(value: Value): boolean {
  return value !== null && value !== false;
}

/**
 * The == of templates: a missing value equals both $null and "" (recorded on AWS); numbers by value; lists and maps
 * by content; values of different kinds by what they print.
 */
export function isEqual(left: Value, right: Value, budget: Budget, depth = 0): boolean {
  if (left === right) return true;
  if (left === null || right === null) return left === '' || right === '';
  if (isNumber(left) && isNumber(right)) return order(left, right) === 0;
  if (Array.isArray(left) && Array.isArray(right)) return sameItems(left, right, budget, depth);
  if (left instanceof Map && right instanceof Map) return sameMembers(left, right, budget, depth);
  if (typeof left === 'string' && typeof right === 'string') return false;
  return toText(left, budget) === toText(right, budget);
}

function sameItems(left: Value[], right: Value[], budget: Budget, depth: number): boolean {
  descend(budget, depth);
  if (left.length !== right.length) return false;
  return left.every((item, at) => isEqual(item, right[at] ?? null, budget, depth + 1));
}

function sameMembers(left: Map<string, Value>, right: Map<string, Value>, budget: Budget, depth: number) {
  descend(budget, depth);
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !isEqual(value, other, budget, depth + 1)) return false;
  }
  return true;
}

function descend(budget: Budget, depth: number): void {
  if (depth > limits.jsonDepth) throw new RenderFault('values are nested too deeply to compare');
  budget.spend(1);
}

/** -1, 0 or 1 for two numbers; NaN, which no comparison accepts, for anything else. */
export function order(left: Value, right: Value): number {
  if (!isNumber(left) || !isNumber(right)) return Number.NaN;
  const [a, b] = [left.valueOf(), right.valueOf()];
  return a < b ? -1 : a > b ? 1 : a === b || Number(a) === Number(b) ? 0 : Number.NaN;
}
