import { type Budget, limits, RenderFault } from './Budget';
import { Bean, ContextMap, JavaList, type Value } from './values';

/**
 * What a value prints: nothing for null, Java's {a=b} for maps, [a, b] for lists of the template, JSON for arrays
 * that came from JSON (recorded behaviour: json-smart's JSONArray prints itself as JSON, its objects are Java maps).
 */
export function toText(value: Value, budget: Budget): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return javaText(value, budget, 0);
}

function javaText(value: Value, budget: Budget, depth: number): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return String(value);
  enter(budget, depth);
  if (value instanceof JavaList) return budget.text(`[${each(value, budget, depth).join(', ')}]`);
  if (Array.isArray(value)) return jsonText(value, budget, depth);
  if (value instanceof ContextMap) return value.printed;
  if (value instanceof Map) {
    const values = each([...value.values()], budget, depth);
    return budget.text(`{${[...value.keys()].map((key, at) => `${key}=${values[at]}`).join(', ')}}`);
  }
  return value instanceof Bean ? value.text(budget) : String(value);
}

function each(items: Value[], budget: Budget, depth: number): string[] {
  return Array.from(items, (item) => budget.text(javaText(item, budget, depth + 1)));
}

/** A value as JSON text without spaces. */
export function toJson(value: Value, budget: Budget): string {
  return jsonText(value, budget, 0);
}

function jsonText(value: Value, budget: Budget, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(budget.text(value));
  if (value === null || typeof value !== 'object') return String(value);
  enter(budget, depth);
  if (Array.isArray(value)) {
    const items = Array.from(value, (item) => budget.text(jsonText(item, budget, depth + 1)));
    return budget.text(`[${items.join(',')}]`);
  }
  if (value instanceof Map) {
    const members = Array.from(value, ([key, member]) =>
      budget.text(`${JSON.stringify(key)}:${jsonText(member, budget, depth + 1)}`),
    );
    return budget.text(`{${members.join(',')}}`);
  }
  return value instanceof Bean ? JSON.stringify(value.text(budget)) : String(value);
}

/** A list can hold itself, or the same list twice at each of many levels. */
function enter(budget: Budget, depth: number): void {
  if (depth > limits.jsonDepth + 1) throw new RenderFault('a value is nested too deeply to print');
  budget.spend(1);
}
