/** "Log events are cut at 1024 bytes" (reference/operations.md section 2). */
const LONGEST = 1_024;
const CUT = ' [TRUNCATED]';

/**
 * A line as the log holds it: `({requestId}) {text}`, a single one, without what the caller is known by, of at most
 * 1,024 bytes.
 */
export function eventText(requestId: string, line: string, secrets: ReadonlySet<string>): string {
  // Line ends stay in AWS's bodies; here an event is one line, so that none can be forged by what a caller sends.
  const text = `(${requestId}) ${withoutSecrets(line, secrets)}`.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
  const bytes = Buffer.from(text);
  if (bytes.length <= LONGEST) return text;
  const cut = bytes.toString('utf8', 0, LONGEST - CUT.length);
  // Half a letter at the end would be none.
  return `${cut.replace(/\uFFFD+$/, '')}${CUT}`;
}

/** Longest first: a part of another secret is none of its own. In JSON text a secret is written with escapes. */
function withoutSecrets(line: string, secrets: ReadonlySet<string>): string {
  let text = line;
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(secret, '****');
    const escaped = JSON.stringify(secret).slice(1, -1);
    if (escaped !== secret) text = text.replaceAll(escaped, '****');
  }
  return text;
}
