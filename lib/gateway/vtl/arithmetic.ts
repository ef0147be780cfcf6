import { RenderFault } from './Budget';
import { Decimal, narrow } from './Decimal';
import { isNumber, type Value } from './values';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** Integers grow as Velocity's MathUtils lets them; this ends x = x * x before it costs memory. */
const largest = 10n ** 1000n;

/**
 * Velocity's arithmetic: integer division and remainder truncate, a fraction on either side makes a Double,
 * anything that is no number and division by zero give null.
 */
export function calculate(operator: ArithmeticOperator, left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return null;
  if ((operator === '/' || operator === '%') && Number(right) === 0) return null;
  if (left instanceof Decimal || right instanceof Decimal) {
    return new Decimal(onDoubles(operator, Number(left), Number(right)));
  }
  if (typeof left === 'number' && typeof right === 'number') {
    const result = onDoubles(operator, left, right);
    const whole = Math.trunc(result);
    // Adding 0 turns -0 (0 * -1, -4 % 2) into 0: a Java integer has one zero.
    if (Number.isSafeInteger(whole)) return whole + 0;
  }
  return bounded(onIntegers(operator, BigInt(left), BigInt(right)));
}

function onDoubles(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function onIntegers(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function bounded(value: bigint): number | bigint {
  if (value > largest || value < -largest) throw new RenderFault('a number with more than 1,000 digits');
  return narrow(value);
}
