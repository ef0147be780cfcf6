import { callMethod } from '../methods/callMethod';
import { getIndex, getProperty, setIndex, setProperty } from '../methods/members';
import type { Evaluate, Run } from '../Run';
import type { Reference, Step } from '../syntax/nodes';
import type { Value } from '../values';
import type { Scope } from './Scope';

type Walk = (run: Run, target: Value) => Value;

/** The value of a reference; null as soon as a part of it is missing. */
export function compileReference(scope: Scope, reference: Reference): Evaluate {
  const read = scope.reader(reference.name);
  const walks = reference.steps.map((step) => compileStep(scope, step));
  const [first] = walks;
  if (!first) return read;
  return (run) => {
    run.budget.spend(walks.length);
    let value = read(run);
    for (const walk of walks) {
      if (value === null) return null;
      value = walk(run, value);
    }
    return value;
  };
}

function compileStep(scope: Scope, step: Step): Walk {
  switch (step.kind) {
    case 'property': {
      const { name } = step;
      return (_, target) => getProperty(target, name);
    }
    case 'index': {
      const index = scope.compilers.expression(scope, step.index);
      return (run, target) => getIndex(target, index(run), run.budget);
    }
    case 'call': {
      const { name } = step;
      const args = step.args.map((arg) => scope.compilers.expression(scope, arg));
      return (run, target) => {
        const values = args.map((arg) => arg(run));
        return callMethod(target, name, values, run.budget);
      };
    }
  }
}

/** What #set does; a target that does not exist takes nothing, as in Velocity. */
export function compileAssignment(scope: Scope, target: Reference): (run: Run, value: Value) => void {
  const last = target.steps.at(-1);
  if (!last) return scope.writer(target.name);
  const parent = compileReference(scope, { ...target, steps: target.steps.slice(0, -1) });
  if (last.kind === 'property') return (run, value) => setProperty(parent(run), last.name, value);
  if (last.kind === 'call') throw new Error('a method call is no target');
  const index = scope.compilers.expression(scope, last.index);
  return (run, value) => setIndex(parent(run), index(run), value, run.budget);
}
