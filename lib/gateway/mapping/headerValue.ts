// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\x00-\x08\x0a-\x1f\x7f]/;
const BEYOND_LATIN1 = /[\u0100-\uffff]/;

/**
 * A mapped text as it may stand in a header: undefined when it holds a line break or another control character
 * (it could begin a header of its own). Text beyond Latin-1 goes out as its UTF-8 bytes.
 */
export function headerValue(text: string): string | undefined {
  if (FORBIDDEN.test(text)) return undefined;
  return BEYOND_LATIN1.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}
