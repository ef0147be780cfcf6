/** Entry of the command `gatehouse`. */
import { text } from 'node:stream/consumers';
import { run } from './run';

// `gatehouse logs hello | head` ends when head does.
process.stdout.on('error', () => process.exit(0));

const { env, stdout, stderr, stdin } = process;
process.exitCode = await run(process.argv.slice(2), {
  env,
  out: (out) => stdout.write(out),
  note: (note) => stderr.write(note),
  readStdin: () => text(stdin),
  colour: stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb',
  interactive: stderr.isTTY && env.TERM !== 'dumb',
  signal: new AbortController().signal,
});
