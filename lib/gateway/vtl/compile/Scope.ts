import type { Evaluate, Execute, Run } from '../Run';
import type { Expression, Node } from '../syntax/nodes';
import type { Observe } from '../TemplateObserver';
import type { Value } from '../values';

/** How the compilers reach one another; each lives in its own file and they recurse. */
export interface Compilers {
  expression(scope: Scope, expression: Expression): Evaluate;
  body(scope: Scope, nodes: readonly Node[]): Execute;
}

/** Where names lead: a variable has a slot in the run, a macro's parameter a place in its frame. */
export class Scope {
  constructor(
    readonly compilers: Compilers,
    readonly slots: Map<string, number>,
    readonly observe: Observe | undefined,
    readonly macros: Map<string, Execute> = new Map(),
    private readonly params: readonly string[] = [],
  ) {}

  /** The scope of a macro's body. */
  inMacro(params: readonly string[]): Scope {
    return new Scope(this.compilers, this.slots, this.observe, this.macros, params);
  }

  slot(name: string): number {
    const known = this.slots.get(name);
    if (known !== undefined) return known;
    this.slots.set(name, this.slots.size);
    return this.slots.size - 1;
  }

  reader(name: string): Evaluate {
    const param = this.params.indexOf(name);
    if (param >= 0) return (run) => readParameter(run, param);
    const slot = this.slot(name);
    return (run) => run.slots[slot] ?? null;
  }

  writer(name: string): (run: Run, value: Value) => void {
    const param = this.params.indexOf(name);
    if (param >= 0) {
      return (run, value) => {
        if (run.frame) run.frame.args[param] = () => value;
      };
    }
    const slot = this.slot(name);
    return (run, value) => {
      run.slots[slot] = value;
    };
  }
}

/** A parameter is evaluated where the call stands: in the caller's frame. */
function readParameter(run: Run, param: number): Value {
  const frame = run.frame;
  const argument = frame?.args[param];
  if (!frame || !argument) return null;
  return run.inFrame(frame.caller, () => argument(run));
}
