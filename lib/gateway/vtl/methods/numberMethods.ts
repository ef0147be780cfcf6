import { type Budget, RenderFault } from '../Budget';
import { order } from '../compare';
import { Decimal, toNumber } from '../json';
import { toText } from '../print';
import { isNumber, type Value } from '../values';
import type { Method, MethodTable } from './MethodTable';

type Numeric = number | bigint | Decimal;

function whole(value: Numeric): Value {
  return value instanceof Decimal ? Math.trunc(value.value) : value;
}

/** Java throws NumberFormatException, which fails the template. */
function parseInteger(_: Numeric, [text = null]: Value[], budget: Budget): Value {
  const digits = toText(text, budget);
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
  ['intValue', whole],
  ['longValue', whole],
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
