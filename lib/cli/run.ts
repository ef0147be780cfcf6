import { CliFailure, usageError } from './CliFailure';
import type { Command } from './Command';
import { commands } from './commands';
import { commandHelp, generalHelp } from './helpText';
import { nearest } from './nearest';
import { parseOptions } from './parseOptions';
import type { Terminal } from './Terminal';
import { version } from './version';

/** The whole command line, for `process.argv` without its first two. Never rejects. @returns the exit code */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    terminal.note(`gatehouse: ${oneLine(error)}\n`);
    return error instanceof CliFailure ? error.exitCode : 1;
  }
}

async function dispatch([name, ...rest]: string[], terminal: Terminal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0))
    return say(terminal, generalHelp());
  if (name === '--version' || name === '-v' || name === 'version') return say(terminal, `${version()}\n`);
  if (name === 'help') return dispatch([...rest, '--help'], terminal);
  const command = await find(name);
  const { words, flags } = parseOptions(rest, command.options);
  if (flags.has('help')) return say(terminal, commandHelp(name, command));
  return command.run({ words, flags, terminal });
}

async function find(name: string): Promise<Command> {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry) return entry.load();
  const meant = nearest(name, Object.keys(commands));
  const hint = meant ? `Did you mean ${meant}?` : 'See gatehouse --help.';
  throw usageError(`There is no command ${name}. ${hint}`);
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
