import { blank, type Cursor, identifier } from './Cursor';
import type { Expression, Reference, Step } from './nodes';

const opening = /\$!?(\{)?([a-zA-Z_][a-zA-Z0-9_-]*)/y;
const member = /\.([a-zA-Z_][a-zA-Z0-9_-]*)(\()?/y;

export function startsReference(cursor: Cursor): boolean {
  return cursor.peek(opening) !== null;
}

/** $name, $!name, ${name}, $!{name}, with properties, calls and indices; null when here is only a dollar sign. */
export function parseReference(cursor: Cursor): Reference | null {
  const at = cursor.at;
  const match = cursor.take(opening);
  if (!match) return null;
  const steps = parseSteps(cursor);
  if (match[1] && !cursor.skip('}')) cursor.fail(`expected } after ${match[0]}, found ${cursor.found()}`);
  return { kind: 'reference', name: match[2] ?? '', steps, at };
}

function parseSteps(cursor: Cursor): Step[] {
  const steps: Step[] = [];
  for (;;) {
    const step = parseMember(cursor) ?? parseIndex(cursor);
    if (!step) return steps;
    steps.push(step);
  }
}

function parseMember(cursor: Cursor): Step | null {
  const match = cursor.take(member);
  if (!match) return null;
  const name = match[1] ?? '';
  return match[2] ? { kind: 'call', name, args: parseArguments(cursor, name) } : { kind: 'property', name };
}

function parseArguments(cursor: Cursor, name: string): Expression[] {
  const args: Expression[] = [];
  cursor.take(blank);
  if (cursor.skip(')')) return args;
  do {
    args.push(cursor.unit.grammar.expression(cursor));
    cursor.take(blank);
  } while (cursor.skip(','));
  cursor.expect(')', `after the arguments of ${name}`);
  return args;
}

const indexStart = /\[\s*(?:["'$]|-?\d+\s*\])/y;

/** An index, or nothing when the bracket is text that follows a reference: "$name[see below]". */
function parseIndex(cursor: Cursor): Step | null {
  if (!cursor.peek(indexStart)) return null;
  cursor.pos++;
  const index = cursor.nest(() => cursor.unit.grammar.expression(cursor));
  cursor.expect(']', 'after an index');
  return { kind: 'index', index };
}

/** A variable's bare name, as in #foreach($name in ...) and #macro(m $name). */
export function parseVariable(cursor: Cursor, where: string): string {
  cursor.take(blank);
  const reference = parseReference(cursor);
  if (!reference || reference.steps.length > 0) return cursor.fail(`expected a variable ${where}`);
  return reference.name;
}

/** A bare name, quoted or not. */
export function parseName(cursor: Cursor, where: string): string {
  cursor.take(blank);
  return cursor.take(identifier)?.[0] ?? cursor.fail(`expected a name ${where}, found ${cursor.found()}`);
}
