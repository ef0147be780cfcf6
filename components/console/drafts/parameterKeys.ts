/** A record such as `method.request.path.petId -> true` as rows that can be typed into. */
export interface ParameterRow<Value> {
  location: string;
  name: string;
  value: Value;
}

export const locationWords: Record<string, string> = { path: 'Path', querystring: 'Query', header: 'Header' };

/** `method.request` + row -> `method.request.path.petId` */
export const parameterKey = (prefix: string, { location, name }: { location: string; name: string }) =>
  `${prefix}.${location}.${name}`;

export function toParameterRows<Value>(prefix: string, record: Record<string, Value>): ParameterRow<Value>[] {
  return Object.entries(record).map(([key, value]) => {
    const [location = '', ...name] = key.slice(prefix.length + 1).split('.');
    return { location, name: name.join('.'), value };
  });
}

/** Rows without a name are left out; of two with the same key the later wins, and the form says so. */
export function fromParameterRows<Value>(
  prefix: string,
  rows: readonly ParameterRow<Value>[],
): Record<string, Value> {
  const named = rows.filter(({ name }) => name !== '');
  return Object.fromEntries(named.map((row) => [parameterKey(prefix, row), row.value]));
}
