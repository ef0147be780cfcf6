/** What keeps a text from being JSON, with the 1-based line where the browser says it; undefined when it is JSON. */
export function jsonProblem(text: string): { message: string; line?: number } | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'This is not JSON';
    const line = lineOf(message, text);
    return line === undefined ? { message } : { message, line };
  }
}

/** Firefox says `line 3 column 5`; V8 `position 42`, a piece of the text around the fault, or that the text ended. */
function lineOf(message: string, text: string): number | undefined {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position) return lineAt(text, Number(position));
  if (/end of/i.test(message)) return lineAt(text, text.length);
  const [, token = '', dots, piece] =
    /^Unexpected token '(.+)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  if (piece === undefined) return undefined;
  // V8 shows ten characters before the fault; where there are fewer, the piece begins with the text.
  return lineAt(text, text.indexOf(piece) + (dots ? 10 : piece.indexOf(token)));
}

/** A text that ends too early is at fault where it ends, not in the empty lines after it. */
const lineAt = (text: string, position: number) => text.trimEnd().slice(0, position).split('\n').length;
