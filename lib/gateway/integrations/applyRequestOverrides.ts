import type { MappedParameters } from '../mapping/compileRequestParameters';
import { encodePathValue } from '../mapping/encodePathValue';
import type { Overrides } from '../vtl/index';

type Values = Record<string, string | string[]>;

/** What the request template set in `$context.requestOverride` wins over requestParameters of the same name. */
export function applyRequestOverrides(mapped: MappedParameters, { requestOverride }: Overrides): void {
  mapped.header = replaced(mapped.header, requestOverride.header, (name) => name.toLowerCase());
  mapped.querystring = replaced(mapped.querystring, requestOverride.querystring, (name) => name);
  for (const [name, value] of Object.entries(requestOverride.path))
    mapped.path.set(name, encodePathValue(value));
}

function replaced(
  pairs: [string, string][],
  overrides: Values,
  key: (name: string) => string,
): [string, string][] {
  const names = Object.keys(overrides);
  if (names.length === 0) return pairs;
  const gone = new Set(names.map(key));
  const result = pairs.filter(([name]) => !gone.has(key(name)));
  for (const [name, values] of Object.entries(overrides))
    for (const value of [values].flat()) result.push([name, value]);
  return result;
}
