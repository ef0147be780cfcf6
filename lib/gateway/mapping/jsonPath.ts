import { evaluate } from '../vtl/jsonpath/evaluate';
import { parseJsonPath } from '../vtl/jsonpath/parseJsonPath';
import { isDefinite, JsonPathError, placesOf } from '../vtl/jsonpath/segments';

export { JsonPathError };

export interface JsonPathResult {
  /** Whether the path can lead to one place at most: then `value` is what is there, else a list. */
  definite: boolean;
  /** undefined when a definite path leads nowhere. */
  value: unknown;
  /** Whether the value is one that Jayway gives as a Double (min(), sum() and the like), which prints with a fraction. */
  double?: true;
}

/** Runs over what JSON.parse gives. `spend` may throw to stop a search that costs too many steps. */
export interface JsonPath {
  (document: unknown, spend?: (steps: number) => void): JsonPathResult;
  /** The names and indices of a path that is nothing else. */
  places: readonly (string | number)[] | undefined;
}

const mostSteps = 1_000_000;
const recent = new Map<string, JsonPath>();
const kept = 500;
const doubles = new Set<string>(['min', 'max', 'avg', 'sum', 'stddev']);

/**
 * Compiles a JSONPath with Jayway's reading of it; "id" means "$.id". Paths repeat, so the latest are kept.
 * @throws JsonPathError here for a path that cannot be read, and from the path for a search of over a million steps
 */
export function compileJsonPath(path: string): JsonPath {
  const known = recent.get(path);
  if (known) return known;
  const segments = parseJsonPath(path);
  const last = segments.at(-1);
  const definite = isDefinite(segments) || last?.kind === 'aggregate';
  const double = last?.kind === 'aggregate' && doubles.has(last.name) ? (true as const) : undefined;
  const find = (document: unknown, spend = stepCounter(path)): JsonPathResult => ({
    definite,
    ...(double ? { double } : {}),
    value: evaluate(segments, document, { root: document, spend }),
  });
  const compiled = Object.assign(find, { places: placesOf(segments) });
  if (recent.size >= kept) recent.delete(recent.keys().next().value ?? '');
  recent.set(path, compiled);
  return compiled;
}

function stepCounter(path: string): (steps: number) => void {
  let left = mostSteps;
  return (steps) => {
    left -= steps;
    if (left < 0) throw new JsonPathError(`JSONPath ${JSON.stringify(path)}: more than ${mostSteps} steps`);
  };
}
