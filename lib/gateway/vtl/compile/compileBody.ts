import { limits, RenderFault } from '../Budget';
import { isTrue } from '../compare';
import { ListIterator } from '../methods/ListIterator';
import { toText } from '../print';
import { type Execute, type Run, StopSignal } from '../Run';
import { type Node, referenceText } from '../syntax/nodes';
import type { Value } from '../values';
import { Block } from './Block';
import { compileAssignment, compileReference } from './compileReference';
import { LoopStatus } from './LoopStatus';
import type { Scope } from './Scope';

type Of<K extends Node['kind']> = Extract<Node, { kind: K }>;

/** Macros print nothing where they stand; compileMacros has registered them. */
export function compileBody(scope: Scope, nodes: readonly Node[]): Execute {
  const parts = nodes.filter((node) => node.kind !== 'macro').map((node) => compileNode(scope, node));
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return (run) => {
    for (const part of parts) if (part(run)) return true;
    return false;
  };
}

function compileNode(scope: Scope, node: Exclude<Node, { kind: 'macro' }>): Execute {
  switch (node.kind) {
    case 'text':
      return compileText(node);
    case 'print':
      return compilePrint(scope, node);
    case 'set':
      return compileSet(scope, node);
    case 'if':
      return compileIf(scope, node);
    case 'foreach':
      return compileForeach(scope, node);
    case 'define':
      return compileDefine(scope, node);
    case 'call':
      return compileCall(scope, node);
    case 'break':
      return compileBreak(scope, node);
    case 'stop':
      return () => {
        throw new StopSignal();
      };
  }
}

function begin(run: Run, at: number): void {
  run.at = at;
  run.budget.spend(1);
}

function compileText({ text }: Of<'text'>): Execute {
  return (run) => {
    run.budget.spend(1);
    run.write(text);
    return false;
  };
}

function compilePrint(scope: Scope, { reference }: Of<'print'>): Execute {
  const value = compileReference(scope, reference);
  return (run) => {
    begin(run, reference.at);
    run.write(run.budget.text(toText(value(run), run.budget)));
    return false;
  };
}

/** Unlike Velocity's default, #set to a missing value clears the variable: a loop never shows the last turn's. */
function compileSet(scope: Scope, { target, value, at }: Of<'set'>): Execute {
  const assign = observed(scope, at, referenceText(target), compileAssignment(scope, target));
  const evaluate = scope.compilers.expression(scope, value);
  return (run) => {
    begin(run, at);
    assign(run, evaluate(run));
    return false;
  };
}

type Assign = (run: Run, value: Value) => void;

/** The assignment itself, or, where somebody looks on, one that also tells. */
function observed({ observe }: Scope, at: number, name: string, assign: Assign): Assign {
  if (!observe) return assign;
  return (run, value) => {
    assign(run, value);
    observe(at, name, value);
  };
}

function compileIf(scope: Scope, { branches, otherwise, at }: Of<'if'>): Execute {
  const cases = branches.map(({ condition, body }) => ({
    condition: scope.compilers.expression(scope, condition),
    body: compileBody(scope, body),
  }));
  const fallback = compileBody(scope, otherwise);
  return (run) => {
    begin(run, at);
    for (const { condition, body } of cases) if (isTrue(condition(run))) return body(run);
    return fallback(run);
  };
}

function compileBreak(scope: Scope, { scope: named }: Of<'break'>): Execute {
  if (!named) return () => true;
  const read = compileReference(scope, named);
  return (run) => {
    const target = read(run);
    run.breaking = target instanceof LoopStatus ? target : null;
    return true;
  };
}

function compileDefine(scope: Scope, { name, body, at }: Of<'define'>): Execute {
  const assign = scope.writer(name);
  const execute = compileBody(scope, body);
  return (run) => {
    begin(run, at);
    assign(run, new Block(run, execute));
    return false;
  };
}

/** What a loop goes over: a list's elements or a map's values; anything else has no turns. */
function turnsOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (value instanceof ListIterator) return value.rest();
  return value instanceof Map ? [...value.values()] : [];
}

function compileForeach(scope: Scope, { variable, items, body, at }: Of<'foreach'>): Execute {
  const list = scope.compilers.expression(scope, items);
  const names = [variable, 'foreach', 'velocityCount', 'velocityHasNext'];
  const readers = names.map((name) => scope.reader(name));
  const [setItem, setStatus, setCount, setHasNext] = names.map((name) => scope.writer(name));
  const takeItem = observed(scope, at, `$${variable}`, scope.writer(variable));
  const execute = compileBody(scope, body);
  return (run) => {
    begin(run, at);
    const turns = turnsOf(list(run));
    const before = readers.map((read) => read(run));
    const status = new LoopStatus(turns, before[1] ?? null);
    setStatus?.(run, status);
    for (; status.index < turns.length; status.index++) {
      if (status.index >= limits.foreachTurns) throw tooManyTurns(run, at);
      takeItem(run, turns[status.index] ?? null);
      setCount?.(run, status.index + 1);
      setHasNext?.(run, status.property('hasNext'));
      if (execute(run)) break;
    }
    const further = run.breaking !== null && run.breaking !== status;
    if (!further) run.breaking = null;
    [setItem, setStatus, setCount, setHasNext].forEach((set, nth) => {
      set?.(run, before[nth] ?? null);
    });
    return further;
  };
}

function tooManyTurns(run: Run, at: number): RenderFault {
  run.at = at;
  return new RenderFault(`#foreach with more than ${limits.foreachTurns} iterations`);
}

function compileCall(scope: Scope, { name, args, content, at }: Of<'call'>): Execute {
  const thunks = args.map((arg) => scope.compilers.expression(scope, arg));
  const contentBody = content && compileBody(scope, content);
  const [readContent, setContent] = [scope.reader('bodyContent'), scope.writer('bodyContent')];
  return (run) => {
    begin(run, at);
    const macro = scope.macros.get(name);
    if (!macro) return false;
    const before = readContent(run);
    if (contentBody) setContent(run, new Block(run, contentBody));
    run.enter({ args: [...thunks], caller: run.frame }, () => macro(run));
    if (contentBody) setContent(run, before);
    return run.breaking !== null;
  };
}
