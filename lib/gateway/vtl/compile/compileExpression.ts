import { type ArithmeticOperator, calculate } from '../arithmetic';
import { isEqual, isTrue, order } from '../compare';
import { toText } from '../print';
import type { Evaluate, Run } from '../Run';
import type { BinaryOperator, Expression } from '../syntax/nodes';
import { isNumber, JavaList, type Value, type VtlMap } from '../values';
import { compileReference } from './compileReference';
import type { Scope } from './Scope';

export function compileExpression(scope: Scope, expression: Expression): Evaluate {
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value);
    case 'reference':
      return compileReference(scope, expression);
    case 'interpolated': {
      const body = scope.compilers.body(scope, expression.body);
      return (run) => run.capture(body);
    }
    case 'list':
      return compileList(scope, expression.items);
    case 'map':
      return compileMap(scope, expression.entries);
    case 'range':
      return compileRange(scope, expression.from, expression.to);
    case 'not': {
      const operand = compileExpression(scope, expression.operand);
      return (run) => !isTrue(operand(run));
    }
    case 'binary':
      return compileBinary(scope, expression.operator, expression.left, expression.right);
  }
}

function constant(value: Value): Evaluate {
  return () => value;
}

function compileList(scope: Scope, items: Expression[]): Evaluate {
  const values = items.map((item) => compileExpression(scope, item));
  return (run) => {
    run.budget.spend(values.length);
    return JavaList.holding(values.map((value) => value(run)));
  };
}

function compileMap(scope: Scope, entries: [Expression, Expression][]): Evaluate {
  const pairs = entries.map(
    ([key, value]) => [compileExpression(scope, key), compileExpression(scope, value)] as const,
  );
  return (run) => {
    run.budget.spend(pairs.length);
    const map: VtlMap = new Map();
    for (const [key, value] of pairs) map.set(toText(key(run), run.budget), value(run));
    return map;
  };
}

function compileRange(scope: Scope, from: Expression, to: Expression): Evaluate {
  const [first, last] = [compileExpression(scope, from), compileExpression(scope, to)];
  return (run) => range(run, first(run), last(run));
}

/** Both ends belong to a range, and it may run downwards. */
function range(run: Run, first: Value, last: Value): Value {
  if (!isNumber(first) || !isNumber(last)) return null;
  const [start, end] = [Math.trunc(Number(first)), Math.trunc(Number(last))];
  const step = start <= end ? 1 : -1;
  const size = Math.abs(end - start) + 1;
  run.budget.spend(size);
  const list = new JavaList();
  for (let at = 0; at < size; at++) list.push(start + at * step);
  return list;
}

function compileBinary(scope: Scope, operator: BinaryOperator, l: Expression, r: Expression): Evaluate {
  const [left, right] = [compileExpression(scope, l), compileExpression(scope, r)];
  switch (operator) {
    case '&&':
      return (run) => isTrue(left(run)) && isTrue(right(run));
    case '||':
      return (run) => isTrue(left(run)) || isTrue(right(run));
    case '==':
      return (run) => isEqual(left(run), right(run), run.budget);
    case '!=':
      return (run) => !isEqual(left(run), right(run), run.budget);
    case '<':
      return (run) => order(left(run), right(run)) < 0;
    case '>':
      return (run) => order(left(run), right(run)) > 0;
    case '<=':
      return (run) => order(left(run), right(run)) <= 0;
    case '>=':
      return (run) => order(left(run), right(run)) >= 0;
    default:
      return compileArithmetic(operator, left, right);
  }
}

/** Since Velocity 1.6, + joins when either side is a string. */
function compileArithmetic(operator: ArithmeticOperator, left: Evaluate, right: Evaluate): Evaluate {
  if (operator !== '+') return (run) => calculate(operator, left(run), right(run));
  return (run) => {
    const [a, b] = [left(run), right(run)];
    if (typeof a !== 'string' && typeof b !== 'string') return calculate('+', a, b);
    return run.budget.text(toText(a, run.budget) + toText(b, run.budget));
  };
}
