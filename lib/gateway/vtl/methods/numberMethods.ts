import { calculate } from '../arithmetic';
import { type Budget, RenderFault } from '../Budget';
import { order } from '../compare';
import { Decimal, narrow, toNumber } from '../Decimal';
import { toText } from '../print';
import { isNumber, type Value } from '../values';
import type { Method, MethodTable } from './MethodTable';

type Numeric = number | bigint | Decimal;

/** Java narrows integers by cutting bits and fractions by staying at the greatest that fits. */
function narrowed(bits: number): Method<Numeric> {
  const most = 2n ** BigInt(bits - 1) - 1n;
  return (value) => {
    if (!(value instanceof Decimal)) return narrow(BigInt.asIntN(bits, BigInt(value)));
    if (Number.isNaN(value.value)) return 0;
    if (Math.abs(value.value) > Number(most)) return narrow(value.value > 0 ? most : -most - 1n);
    return Math.trunc(value.value) + 0;
  };
}

const toInteger = narrowed(32);

/** Integer.toHexString and the like: a negative number by its 32 bits, a longer one by its 64. */
function inRadix(radix: number): Method<Numeric> {
  return (self, [value = self]) => {
    if (!isNumber(value) || value instanceof Decimal) return null;
    const bits = BigInt(value);
    return BigInt.asUintN(BigInt.asIntN(32, bits) === bits ? 32 : 64, bits).toString(radix);
  };
}

/** Integer.sum and the like are static: an instance reaches them, as it does parseInt. */
function plus(_: Numeric, [left = null, right = null]: Value[]): Value {
  return calculate('+', left, right);
}

/** Java throws NumberFormatException, which fails the template. */
function parseInteger(_: Numeric, [text = null, radix = 10]: Value[], budget: Budget): Value {
  const digits = toText(text, budget);
  if (radix === 16 && /^[+-]?[0-9a-fA-F]{1,12}$/.test(digits)) return Number.parseInt(digits, 16);
  if (radix === 2 && /^[+-]?[01]{1,50}$/.test(digits)) return Number.parseInt(digits, 2);
  if (!/^[+-]?\d{1,18}$/.test(digits))
    throw new RenderFault(`not an integer: ${JSON.stringify(digits.slice(0, 40))}`);
  return toNumber(digits.replace('+', ''));
}

function parseDouble(_: Numeric, [text = null]: Value[], budget: Budget): Value {
  const digits = toText(text, budget).trim();
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits)) {
    throw new RenderFault(`not a number: ${JSON.stringify(digits.slice(0, 40))}`);
  }
  return new Decimal(Number(digits));
}

/** The idiom #set($Integer = 0) $Integer.valueOf("5"): which class is meant shows in the number's kind. */
function toValue(self: Numeric, args: Value[], budget: Budget): Value {
  const [value = null] = args;
  if (isNumber(value)) return value;
  return self instanceof Decimal ? parseDouble(self, args, budget) : parseInteger(self, args, budget);
}

function extreme(wanted: number): Method<Numeric> {
  return (_, [left = null, right = null]) => (order(left, right) === wanted ? left : right);
}

/** java.lang.Integer, Long and Double, with the static methods that an instance reaches. */
export const numberMethods: MethodTable<Numeric> = new Map<string, Method<Numeric>>([
  ['intValue', toInteger],
  ['longValue', narrowed(64)],
  ['shortValue', narrowed(16)],
  ['byteValue', narrowed(8)],
  ['hashCode', toInteger],
  ['isNaN', (self) => Number.isNaN(Number(self))],
  ['isInfinite', (self) => Math.abs(Number(self)) === Number.POSITIVE_INFINITY],
  ['sum', plus],
  ['compare', (_, [left = null, right = null]) => order(left, right) || 0],
  ['signum', (self, [value = self]) => order(value, 0) || 0],
  ['toHexString', inRadix(16)],
  ['toBinaryString', inRadix(2)],
  ['toOctalString', inRadix(8)],
  ['doubleValue', (self) => new Decimal(Number(self))],
  ['floatValue', (self) => new Decimal(Number(self))],
  ['compareTo', (self, [other = null]) => order(self, other) || 0],
  ['parseInt', parseInteger],
  ['parseLong', parseInteger],
  ['parseDouble', parseDouble],
  ['parseFloat', parseDouble],
  ['valueOf', toValue],
  ['toString', (self, [value = self], budget) => toText(value, budget)],
  ['max', extreme(1)],
  ['min', extreme(-1)],
]);
