import { RenderFault } from '../vtl/Budget';
import type { Test } from './characterClass';
import type { Assertion, RegexNode } from './parseRegex';

/** An instruction of the matcher; `fork` tries `first` before `second`. */
export type Instruction =
  | { op: 'one'; test: Test }
  | { op: 'fork'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'assert'; what: Assertion }
  | { op: 'match' };

const longest = 5000;

/** Thompson's construction: each node becomes a stretch of instructions, a repetition a stretch for each count. */
export function toProgram(node: RegexNode): Instruction[] {
  const program: Instruction[] = [];
  emit(program, { kind: 'group', index: 0, node });
  add(program, { op: 'match' });
  return program;
}

function add(program: Instruction[], instruction: Instruction): void {
  if (program.length >= longest) throw new RenderFault('a regular expression that is too large');
  program.push(instruction);
}

function emit(program: Instruction[], node: RegexNode): void {
  switch (node.kind) {
    case 'one':
      add(program, { op: 'one', test: node.test });
      break;
    case 'assert':
      add(program, { op: 'assert', what: node.what });
      break;
    case 'all':
      emitAll(program, node.nodes);
      break;
    case 'either':
      emitEither(program, node.options);
      break;
    case 'group':
      add(program, { op: 'save', slot: 2 * node.index });
      emit(program, node.node);
      add(program, { op: 'save', slot: 2 * node.index + 1 });
      break;
    case 'repeat':
      emitRepeat(program, node);
  }
}

/** Even nothing takes an instruction, so that repeating it counts against the limit. */
function emitAll(program: Instruction[], nodes: RegexNode[]): void {
  if (nodes.length === 0) add(program, { op: 'jump', to: program.length + 1 });
  for (const node of nodes) emit(program, node);
}

function emitEither(program: Instruction[], options: RegexNode[]): void {
  const exits: { op: 'jump'; to: number }[] = [];
  options.forEach((option, at) => {
    const last = at === options.length - 1;
    const fork = { op: 'fork' as const, first: program.length + 1, second: 0 };
    if (!last) add(program, fork);
    emit(program, option);
    if (last) return;
    const exit = { op: 'jump' as const, to: 0 };
    add(program, exit);
    exits.push(exit);
    fork.second = program.length;
  });
  for (const exit of exits) exit.to = program.length;
}

type Fork = Extract<Instruction, { op: 'fork' }>;

/** A fork between going on with the body, which follows, and leaving; `leave` sets where that is. */
function addFork(program: Instruction[], greedy: boolean): (target: number) => void {
  const fork: Fork = { op: 'fork', first: 0, second: 0 };
  const body = program.length + 1;
  add(program, fork);
  fork[greedy ? 'first' : 'second'] = body;
  return (target) => {
    fork[greedy ? 'second' : 'first'] = target;
  };
}

function emitRepeat(program: Instruction[], repeat: Extract<RegexNode, { kind: 'repeat' }>): void {
  const { node, min, max, greedy } = repeat;
  for (let count = 0; count < min; count++) emit(program, node);
  if (max === Number.POSITIVE_INFINITY) {
    const start = program.length;
    const leave = addFork(program, greedy);
    emit(program, node);
    add(program, { op: 'jump', to: start });
    leave(program.length);
    return;
  }
  const leaves = [];
  for (let count = min; count < max; count++) {
    leaves.push(addFork(program, greedy));
    emit(program, node);
  }
  for (const leave of leaves) leave(program.length);
}
