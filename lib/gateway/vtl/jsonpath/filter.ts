import { compileRegex } from '../../regex/Regex';
import { RenderFault } from '../Budget';
import { childrenOf, isNumeric } from './document';
import type { Search } from './evaluate';
import { type Comparison, type Filter, JsonPathError, type Operand, type Segment } from './segments';

type Evaluate = (segments: readonly Segment[], start: unknown, search: Search) => unknown;

/** Whether a filter accepts a node (@). */
export function isChosen(node: unknown, filter: Filter, search: Search, evaluate: Evaluate): boolean {
  search.spend(1);
  const chosen = (inner: Filter) => isChosen(node, inner, search, evaluate);
  const valueAt = (operand: Operand) => readOperand(operand, node, search, evaluate);
  switch (filter.kind) {
    case 'and':
      return chosen(filter.left) && chosen(filter.right);
    case 'or':
      return chosen(filter.left) || chosen(filter.right);
    case 'not':
      return !chosen(filter.filter);
    case 'exists':
      return exists(valueAt(filter.operand), filter.operand);
    case 'compare':
      return compare(filter.operator, valueAt(filter.left), valueAt(filter.right), search);
  }
}

/** What one side of a comparison, or an argument of a function, stands for. */
export function readOperand(operand: Operand, node: unknown, search: Search, evaluate: Evaluate): unknown {
  switch (operand.kind) {
    case 'path':
      return evaluate(operand.segments, operand.fromRoot ? search.root : node, search);
    case 'list':
      return operand.items.map((item) => readOperand(item, node, search, evaluate));
    case 'pattern':
      return operand.source;
    case 'literal':
      return operand.value;
  }
}

/** A path that can lead to many places exists when it led to one. */
function exists(value: unknown, operand: Operand): boolean {
  if (operand.kind === 'literal') return operand.value === true;
  return value !== undefined && !(Array.isArray(value) && value.length === 0 && operand.kind === 'path');
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || (isNumeric(left) && isNumeric(right) && Number(left) === Number(right));
}

function order(left: unknown, right: unknown): number {
  const comparable =
    (isNumeric(left) && isNumeric(right)) || (typeof left === 'string' && typeof right === 'string');
  if (!comparable) return Number.NaN;
  const [a, b] = typeof left === 'string' ? [left, String(right)] : [Number(left), Number(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : childrenOf(value).length;
}

function compare(operator: Comparison, left: unknown, right: unknown, search: Search): boolean {
  switch (operator) {
    case '==':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case '<':
      return order(left, right) < 0;
    case '<=':
      return order(left, right) <= 0;
    case '>':
      return order(left, right) > 0;
    case '>=':
      return order(left, right) >= 0;
    case '=~':
      return matches(left, right, search);
    default:
      return compareSets(operator, left, right);
  }
}

function isPartOf(part: unknown, text: string): boolean {
  return (typeof part === 'string' || isNumeric(part)) && text.includes(String(part));
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function compareSets(operator: Comparison, left: unknown, right: unknown): boolean {
  const within = (items: unknown, wanted: unknown) =>
    Array.isArray(items) && items.some((item) => isSame(item, wanted));
  switch (operator) {
    case 'in':
      return within(right, left);
    case 'nin':
      return !within(right, left);
    case 'subsetof':
      return isList(left) && left.every((item) => within(right, item));
    case 'anyof':
      return isList(left) && left.some((item) => within(right, item));
    case 'noneof':
      return isList(left) && !left.some((item) => within(right, item));
    case 'all':
      return isList(right) && right.every((item) => within(left, item));
    case 'contains':
      return typeof left === 'string' ? isPartOf(right, left) : within(left, right);
    case 'size':
      return left !== undefined && isNumeric(right) && sizeOf(left) === Number(right);
    default:
      return left !== undefined && (sizeOf(left) === 0) === (right === true);
  }
}

function matches(value: unknown, pattern: unknown, search: Search): boolean {
  if (typeof value !== 'string' || typeof pattern !== 'string') return false;
  try {
    return compileRegex(pattern).matches(value, search);
  } catch (error) {
    throw error instanceof RenderFault ? new JsonPathError(error.message) : error;
  }
}
