/** One piece of a pattern: a text, or a wildcard. A `*` that a policy variable brought is a text. */
export type GlobPart = { text: string } | 'any' | 'one';

/** `*` and `?` of IAM: any letters at all, `/` and `:` among them, and exactly one letter. */
export function parseGlob(pattern: string): GlobPart[] {
  const parts: GlobPart[] = [];
  for (const piece of pattern.split(/([*?])/)) {
    if (piece === '*') parts.push('any');
    else if (piece === '?') parts.push('one');
    else if (piece !== '') parts.push({ text: piece });
  }
  return parts;
}

/**
 * Whether the whole text fits. Goes back to the last `*` only, so that no pattern takes more than its length times
 * the text's.
 */
export function globMatches(parts: readonly GlobPart[], text: string): boolean {
  let at = 0;
  let part = 0;
  let retryPart = -1;
  let retryAt = 0;
  while (true) {
    const next = parts[part];
    const taken = next === undefined ? -1 : lengthTaken(next, text, at);
    if (next === 'any') {
      retryPart = part;
      retryAt = at;
      part += 1;
    } else if (taken >= 0) {
      at += taken;
      part += 1;
    } else if (next === undefined && at === text.length) return true;
    else if (retryPart < 0 || retryAt >= text.length) return false;
    else {
      retryAt += 1;
      at = retryAt;
      part = retryPart + 1;
    }
  }
}

/** How far a part that is not `*` goes from here; -1: it does not fit. */
function lengthTaken(part: GlobPart, text: string, at: number): number {
  if (part === 'any') return 0;
  if (part === 'one') return at < text.length ? 1 : -1;
  return text.startsWith(part.text, at) ? part.text.length : -1;
}
