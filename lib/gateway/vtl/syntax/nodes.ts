import type { ArithmeticOperator } from '../arithmetic';
import type { Value } from '../values';

export type ComparisonOperator = '==' | '!=' | '<' | '>' | '<=' | '>=';
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | '&&' | '||';

export type Step =
  | { kind: 'property'; name: string }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'index'; index: Expression };

/** $name.step.step(...)[...]; `at` is its offset in the source. */
export interface Reference {
  kind: 'reference';
  name: string;
  steps: Step[];
  at: number;
}

export type Expression =
  | Reference
  | { kind: 'literal'; value: Value }
  | { kind: 'interpolated'; body: Node[] }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'map'; entries: [Expression, Expression][] }
  | { kind: 'range'; from: Expression; to: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression };

export interface Branch {
  condition: Expression;
  body: Node[];
}

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'print'; reference: Reference }
  | { kind: 'set'; target: Reference; value: Expression; at: number }
  | { kind: 'if'; branches: Branch[]; otherwise: Node[]; at: number }
  | { kind: 'foreach'; variable: string; items: Expression; body: Node[]; at: number }
  | { kind: 'define'; name: string; body: Node[]; at: number }
  | { kind: 'macro'; name: string; params: string[]; body: Node[]; at: number }
  | { kind: 'call'; name: string; args: Expression[]; content: Node[] | null; at: number }
  /** `scope`: the $foreach that it ends, when not the innermost. */
  | { kind: 'break'; scope: Reference | null; at: number }
  | { kind: 'stop'; at: number };

/** A reference for a reader: $map.key, $list[...]. */
export function referenceText({ name, steps }: Reference): string {
  const texts = steps.map((step) => (step.kind === 'property' ? `.${step.name}` : stepText(step)));
  return `$${name}${texts.join('')}`;
}

function stepText(step: Exclude<Step, { kind: 'property' }>): string {
  if (step.kind === 'call') return `.${step.name}(\u2026)`;
  const { index } = step;
  return index.kind === 'literal' ? `[${JSON.stringify(index.value)}]` : '[\u2026]';
}
