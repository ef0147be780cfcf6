import { parseJson } from '../mapping/parseJson';

/**
 * The status code in the text that a MOCK's request template rendered, or undefined when there is none.
 * AWS's parser is lenient: the text needs its outer braces, and somewhere in it an entry `statusCode: <integer>`
 * (plain or in matching quotes); what the other entries look like does not matter (seen on AWS).
 */
export function mockStatusCode(text: string): number | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined;
  const parsed = parse(trimmed);
  return parsed === undefined ? lenient(trimmed.slice(1, -1)) : integer(parsed);
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** In real JSON only a number counts: `"200"` is refused, as on AWS. */
function integer(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'statusCode')) return undefined;
  const { statusCode } = value as { statusCode: unknown };
  return Number.isInteger(statusCode) ? (statusCode as number) : undefined;
}

function lenient(entries: string): number | undefined {
  for (const entry of entries.split(',')) {
    const match = /^\s*(["']?)statusCode\1\s*:\s*(\d+)\s*$/.exec(entry);
    if (match) return Number(match[2]);
  }
  return undefined;
}
