const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The document of one endpoint without what is said of it as a whole: its page has said that, or something else. */
export function withoutProse(openapi: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(openapi.paths)) return openapi;
  const paths = Object.entries(openapi.paths).map(([path, item]) => [
    path,
    isRecord(item) ? quiet(item) : item,
  ]);
  return { ...openapi, paths: Object.fromEntries(paths) };
}

function quiet(item: Record<string, unknown>): Record<string, unknown> {
  const members = Object.entries(bare(item)).map(([name, member]) => [
    name,
    isRecord(member) ? bare(member) : member,
  ]);
  return Object.fromEntries(members);
}

function bare({ summary: _, description: __, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}
