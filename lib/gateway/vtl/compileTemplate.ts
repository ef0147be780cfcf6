import { limits, RenderFault } from './Budget';
import { compileBody } from './compile/compileBody';
import { compileExpression } from './compile/compileExpression';
import { compileMacros } from './compile/compileMacros';
import { Scope } from './compile/Scope';
import { lineIndex } from './lineIndex';
import { Input } from './objects/Input';
import { toContext } from './objects/toContext';
import { Util } from './objects/Util';
import { collectOverrides, noOverrides, type Overrides } from './overrides';
import { preview } from './preview';
import { type Execute, Run, StopSignal } from './Run';
import { parseTemplate } from './syntax/parseTemplate';
import type { RenderResult, Template, TemplateInput } from './Template';
import { TemplateError } from './TemplateError';
import type { Observe, TemplateObserver } from './TemplateObserver';
import { ContextMap, type Value } from './values';

/**
 * Compiles a mapping template once, to run it for each request.
 * @param observer looks on while the template runs
 * @throws TemplateError with the template's name, line and column
 */
export function compileTemplate(source: string, name: string, observer?: TemplateObserver): Template {
  if (Buffer.byteLength(source) > limits.templateBytes) {
    throw new TemplateError(`larger than ${limits.templateBytes / 1024} KB`, name, 1, 1);
  }
  return overflowing(name, source, () => new CompiledTemplate(source, name, observer));
}

/** The limits on nesting leave room on the stack; should one not hold, the template fails and nothing else. */
function overflowing<T>(name: string, source: string, work: () => T, at = () => 0): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw TemplateError.at('nested too deeply', name, source, at());
    throw error;
  }
}

function observing(observer: TemplateObserver, source: string): Observe {
  const placeOf = lineIndex(source);
  return (at, name, value) =>
    observer.assigned(
      name,
      () => placeOf(at),
      () => preview(value),
    );
}

class CompiledTemplate implements Template {
  private readonly body: Execute;
  private readonly slots = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly name: string,
    observer: TemplateObserver | undefined,
  ) {
    const nodes = parseTemplate(source, name);
    const compilers = { expression: compileExpression, body: compileBody };
    const scope = new Scope(compilers, this.slots, observer && observing(observer, source));
    compileMacros(scope, nodes);
    this.body = compileBody(scope, nodes);
  }

  render(input: TemplateInput, overrides?: Overrides): RenderResult {
    const run = new Run(new Array<Value>(this.slots.size).fill(null));
    const work = () => {
      const context = this.provide(run, input, overrides);
      this.execute(run);
      return context ? collectOverrides(context, run.budget) : (overrides ?? noOverrides());
    };
    try {
      const collected = overflowing(this.name, this.source, work, () => run.at);
      return { text: run.text, overrides: collected };
    } catch (error) {
      if (!(error instanceof RenderFault)) throw error;
      throw TemplateError.at(error.message, this.name, this.source, run.at);
    }
  }

  private execute(run: Run): void {
    try {
      this.body(run);
    } catch (error) {
      if (!(error instanceof StopSignal)) throw error;
    }
  }

  /** Sets AWS's variables, those that the template names; gives $context, which collects overrides. */
  private provide(run: Run, input: TemplateInput, overrides?: Overrides): ContextMap | null {
    this.provideOne(run, 'input', () => new Input(input, run.budget));
    this.provideOne(run, 'util', () => new Util(run.budget));
    this.provideOne(run, 'stageVariables', () => new Map(Object.entries(input.stageVariables)));
    const context = this.provideOne(run, 'context', () => toContext(input.context, overrides));
    return context instanceof ContextMap ? context : null;
  }

  private provideOne(run: Run, name: string, make: () => Value): Value {
    const slot = this.slots.get(name);
    if (slot === undefined) return null;
    const value = make();
    run.slots[slot] = value;
    return value;
  }
}
