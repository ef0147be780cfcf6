/** A number with a fraction or an exponent: Java's Double, which prints as the document spelled it. */
export class Decimal {
  constructor(
    readonly value: number,
    private readonly spelling: string = javaDouble(value),
  ) {}

  toString(): string {
    return this.spelling;
  }

  valueOf(): number {
    return this.value;
  }
}

/** Java's Double.toString: 1.0, 1.0E10, 1.0E-5. */
function javaDouble(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? `${Object.is(value, -0) ? '-0' : value}.0` : String(value);
  }
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

const longestInteger = 1000;

/** A number's text as integer, big integer or Decimal. */
export function toNumber(text: string): number | bigint | Decimal {
  if (!/^-?\d+$/.test(text) || text === '-0') return new Decimal(Number(text), text);
  if (text.length < 16) return Number(text);
  // BigInt of a longer text costs the square of its length.
  return text.length > longestInteger ? new Decimal(Number(text), text) : narrow(BigInt(text));
}

/** The smallest form of an integer: a number while that is exact. */
export function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
