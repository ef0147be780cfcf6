import type { Cursor } from './Cursor';
import type { Expression } from './nodes';

/** Velocity 1.7: a doubled quote is a quote, a backslash is a backslash. */
const doubleQuoted = /"([^"]*(?:""[^"]*)*)"/y;
const singleQuoted = /'([^']*(?:''[^']*)*)'/y;

/** 'literal', or "text with $references" whose text is a template of its own. */
export function parseString(cursor: Cursor): Expression | null {
  const start = cursor.at;
  const single = cursor.take(singleQuoted);
  if (single) return { kind: 'literal', value: (single[1] ?? '').replaceAll("''", "'") };
  const double = cursor.take(doubleQuoted);
  if (double) return parseInterpolated(cursor, double[1] ?? '', start + 1);
  if (cursor.looksAt('"') || cursor.looksAt("'")) cursor.fail('a string that is not closed');
  return null;
}

function parseInterpolated(cursor: Cursor, raw: string, at: number): Expression {
  const text = raw
    .replaceAll('""', '"')
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (!/[$#]/.test(text)) return { kind: 'literal', value: text };
  const inner = cursor.within(text, at);
  return { kind: 'interpolated', body: cursor.nest(() => cursor.unit.grammar.template(inner)) };
}
