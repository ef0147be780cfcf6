import { type Budget, RenderFault } from '../Budget';
import { Decimal } from '../Decimal';
import { toText } from '../print';
import { isNumber, type Value } from '../values';
import { toFixed, toScientific } from './roundedDecimal';

interface Place {
  flags: string;
  width: number;
  precision: number | undefined;
  conversion: string;
}

const places = /%(?:(\d{1,3})\$)?([-#+ 0,(]*)(\d{1,5})?(?:\.(\d{1,3}))?([a-zA-Z%])/g;

/**
 * java.lang.String.format, as java.util.Formatter fills %s %d %f and the like; dates are not there.
 * @throws RenderFault for what Java answers with an IllegalFormatException
 */
export function formatText(format: string, args: readonly Value[], budget: Budget): string {
  if (/%(?!(?:\d{1,3}\$)?[-#+ 0,(]*\d{0,5}(?:\.\d{1,3})?[a-zA-Z%])/.test(format.replaceAll('%%', '')))
    throw new RenderFault(`a format with a single %: ${JSON.stringify(format.slice(0, 40))}`);
  let ordinary = 0;
  const text = format.replace(
    places,
    (whole, number, flags: string, width, precision, conversion: string) => {
      if (conversion === 'n') return '\n';
      const place = { flags, width: Number(width ?? 0), precision: optional(precision), conversion };
      budget.room(place.width + (place.precision ?? 0));
      if (conversion === '%') return pad('%', place);
      const at = number === undefined ? ordinary++ : Number(number) - 1;
      if (at >= args.length) throw new RenderFault(`the format's ${whole} has no argument`);
      return fill(place, args[at] ?? null, budget);
    },
  );
  return budget.text(text);
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function fill(place: Place, value: Value, budget: Budget): string {
  const { conversion } = place;
  const text = pad(converted(place, value, budget), place);
  return conversion >= 'A' && conversion <= 'Z' ? text.toUpperCase() : text;
}

function converted(place: Place, value: Value, budget: Budget): string {
  const kind = place.conversion.toLowerCase();
  if (kind === 's') return cut(value === null ? 'null' : toText(value, budget), place);
  if (kind === 'b') return cut(String(typeof value === 'boolean' ? value : value !== null), place);
  if (value === null) return cut('null', place);
  if (kind === 'c') return character(value, place);
  if ('dxo'.includes(kind)) return integer(value, place);
  if ('fe'.includes(kind)) return decimal(value, place);
  throw new RenderFault(`%${place.conversion} is no conversion`);
}

function cut(text: string, { precision }: Place): string {
  return text.slice(0, precision ?? text.length);
}

function refuse(value: Value, { conversion }: Place): never {
  throw new RenderFault(
    `%${conversion} does not take ${typeof value === 'string' ? 'a text' : 'this value'}`,
  );
}

function character(value: Value, place: Place): string {
  if (typeof value === 'string' && value.length === 1) return value;
  return typeof value === 'number' && value >= 0 && value <= 0xffff
    ? String.fromCharCode(value)
    : refuse(value, place);
}

function integer(value: Value, place: Place): string {
  if (!isNumber(value) || value instanceof Decimal) return refuse(value, place);
  const radix = { d: 10, x: 16, o: 8 }[place.conversion.toLowerCase()] ?? 10;
  if (radix === 10) return signed(String(value).replace('-', ''), value < 0, place);
  // Java shows negative ints in two's complement.
  const bits = value < 0 ? BigInt.asUintN(Number(value) < -(2 ** 31) ? 64 : 32, BigInt(value)) : value;
  const prefix = place.flags.includes('#') ? (radix === 16 ? '0x' : '0') : '';
  return zeros(prefix + bits.toString(radix), place);
}

function decimal(value: Value, place: Place): string {
  if (!(value instanceof Decimal)) return refuse(value, place);
  const size = Math.abs(value.value);
  if (!Number.isFinite(size)) return Number.isNaN(size) ? 'NaN' : signed('Infinity', value.value < 0, place);
  const digits = place.precision ?? 6;
  const text = place.conversion.toLowerCase() === 'f' ? toFixed(size, digits) : toScientific(size, digits);
  return signed(text, value.value < 0 || Object.is(value.value, -0), place);
}

function signed(digits: string, negative: boolean, place: Place): string {
  const { flags } = place;
  const grouped = flags.includes(',') ? digits.replace(/^\d+/, groups) : digits;
  if (negative && flags.includes('(')) return `(${zeros(grouped, place)})`;
  const sign = negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + zeros(grouped, { ...place, width: place.width - sign.length });
}

function groups(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function zeros(text: string, { flags, width }: Place): string {
  return flags.includes('0') ? text.padStart(width, '0') : text;
}

function pad(text: string, { flags, width }: Place): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}
