import { run } from '../run';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the whole command line as the entry does, with this environment, and keeps what it writes. */
export async function gatehouse(
  env: Record<string, string>,
  args: string[],
  more: {
    stdin?: string;
    signal?: AbortSignal;
    onOut?: (text: string) => void;
    onNote?: (text: string) => void;
  } = {},
): Promise<Outcome> {
  const said = { out: '', err: '' };
  const code = await run(args, {
    env: { ...env },
    out: (text) => {
      said.out += text;
      more.onOut?.(text);
    },
    note: (text) => {
      said.err += text;
      more.onNote?.(text);
    },
    readStdin: async () => more.stdin ?? '',
    colour: false,
    interactive: false,
    signal: more.signal ?? new AbortController().signal,
  });
  return { code, ...said };
}
