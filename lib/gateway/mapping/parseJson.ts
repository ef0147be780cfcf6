import { limits } from '../vtl/Budget';

/** More objects and lists than any honest body of 10 MB has; each costs the process a microsecond and more. */
const MOST_CONTAINERS = 600_000;

/**
 * Reads a JSON text, nested at most as deep as templates read it (1,000), of at most 600,000 objects and lists.
 * JSON.parse itself knows no such bounds: 10 MB of `[` or of `{},` hold the process for seconds, and what is 100,000
 * deep cannot be written again (reliability.md B10).
 * @throws SyntaxError for what is no JSON, or too deep, or too much
 */
export function parseJson(text: string): unknown {
  if (text.length > limits.jsonDepth && isBomb(text))
    throw new SyntaxError('JSON nested too deep, or too much of it');
  return JSON.parse(text);
}

/** Counts brackets outside of texts; whether they match is for JSON.parse to say. */
function isBomb(text: string): boolean {
  let depth = 0;
  let containers = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      containers += 1;
      if (depth > limits.jsonDepth || containers > MOST_CONTAINERS) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
  }
  return false;
}

const QUOTE = 34;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where the quote stands that ends the text which begins at `at`, else the end. */
function endOfText(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}
