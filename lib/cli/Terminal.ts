/** What a command knows of where it runs; the tests give their own. */
export interface Terminal {
  env: Record<string, string | undefined>;
  /** stdout: what was asked for, and nothing else */
  out(text: string): void;
  /** stderr: notes, progress and errors */
  note(text: string): void;
  readStdin(): Promise<string>;
  /** whether a person reads stdout and wants colours (https://no-color.org) */
  colour: boolean;
  /** whether a person sees stderr: only they are shown progress */
  interactive: boolean;
  /** aborted: a command that follows something ends */
  signal: AbortSignal;
}

const codes = { ok: 32, warn: 33, fail: 31, faint: 2 } as const;

export function paint({ colour }: Terminal, tone: keyof typeof codes, text: string): string {
  return colour ? `\u001b[${codes[tone]}m${text}\u001b[0m` : text;
}

/** Shows a line on the person's terminal while the work lasts. */
export async function during<Value>(
  terminal: Terminal,
  text: string,
  work: () => Promise<Value>,
): Promise<Value> {
  if (!terminal.interactive) return work();
  terminal.note(text);
  try {
    return await work();
  } finally {
    terminal.note('\r\u001b[K');
  }
}
