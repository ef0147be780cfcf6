/** The overrides of a run as `responseOverride.header.X = value`, one a line. */
export function overrideLines(overrides: Record<string, unknown>, before = ''): string[] {
  return Object.entries(overrides).flatMap(([name, value]) => {
    const path = before ? `${before}.${name}` : name;
    const inner = typeof value === 'object' && value !== null && !Array.isArray(value);
    return inner ? overrideLines(value as Record<string, unknown>, path) : [`${path} = ${textOf(value)}`];
  });
}

const textOf = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
