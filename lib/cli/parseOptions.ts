import { parseArgs } from 'node:util';
import { usageError } from './CliFailure';
import type { Options } from './Command';
import { Flags } from './Flags';
import { nearest } from './nearest';

/** @throws CliFailure for an option that is not there or lacks its value */
export function parseOptions(args: string[], options: Options): { words: string[]; flags: Flags } {
  const table = Object.entries(options).map(
    ([name, { value, short }]) =>
      [name, { type: value ? ('string' as const) : ('boolean' as const), ...(short && { short }) }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(table) },
    });
    return {
      words: positionals,
      flags: new Flags(values as Record<string, string | boolean | undefined>),
    };
  } catch (error) {
    throw usageError(refusal(error, Object.keys(options)));
  }
}

/** Node's first sentence is what went wrong; the others teach `--`. */
function refusal(error: unknown, names: string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = message] = message.split(/\. |\n/);
  const unknown = /Unknown option '--([\w-]+)'/.exec(sentence)?.[1];
  const meant = unknown && nearest(unknown, names);
  return meant ? `${sentence}. Did you mean --${meant}?` : sentence;
}
