import { parseModelReference } from '@/lib/openapi/modelReference';

/** Names of the models that a schema refers to; none when it is not JSON. */
export function modelNames(schema: string): string[] {
  const names = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value)) {
      const reference =
        key === '$ref' && typeof member === 'string' ? parseModelReference(member) : undefined;
      if (reference) names.add(reference.name);
      else look(member);
    }
  };
  try {
    look(JSON.parse(schema));
  } catch {
    return [];
  }
  return [...names];
}
