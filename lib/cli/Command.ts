import type { Flags } from './Flags';
import type { Terminal } from './Terminal';

export interface Option {
  /** how its value is called in the help; absent: the option stands alone */
  value?: string;
  short?: string;
  help: string;
}
export type Options = Record<string, Option>;

export interface Command {
  /** what comes after the command's name, one line a way to call it */
  usage: string[];
  about: string;
  options: Options;
  examples: string[];
  /** @returns the exit code @throws CliFailure */
  run(call: CommandCall): Promise<number>;
}

export interface CommandCall {
  /** what was given beside options, in its order */
  words: string[];
  flags: Flags;
  terminal: Terminal;
}
