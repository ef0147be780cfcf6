import type { ApiModel } from './restApi';

/**
 * A model as two of them are compared: layout of the schema's text does not count, nor whether the description is
 * said in the schema, too, as OpenAPI documents say it.
 */
export function comparableModel({ name: _name, schema, ...members }: ApiModel): Record<string, unknown> {
  const value = parsed(schema);
  if (typeof value !== 'object' || value === null) return { ...members, schema };
  const entries = Object.entries(value).filter(
    ([key, member]) => key !== 'description' || member !== members.description,
  );
  const shown = Array.isArray(value) ? value : Object.fromEntries(entries);
  return { ...members, schema: JSON.stringify(shown, null, 2) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
