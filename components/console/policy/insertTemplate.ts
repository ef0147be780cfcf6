/** Statements for a common case. */
export interface PolicyTemplate {
  /** as the menu names it, e.g. "Call everything of one API" */
  name: string;
  statements: readonly Record<string, unknown>[];
}

/** The document with the template's statements behind its own; a text that is no policy gives way to a new one. */
export function insertTemplate(text: string, { statements }: PolicyTemplate): string {
  const document = policyOf(text);
  const own = document ? [document.Statement].flat() : [];
  const merged = { ...(document ?? { Version: '2012-10-17' }), Statement: [...own, ...statements] };
  return `${JSON.stringify(merged, null, 2)}\n`;
}

/** undefined: not JSON, or without a statement. */
function policyOf(text: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    return isObject && 'Statement' in document ? { ...document } : undefined;
  } catch {
    return undefined;
  }
}
