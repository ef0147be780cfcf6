/** A finite number of at least 0 as digits * 10 ** exponent: the shortest digits that name it. */
function shortest(value: number): { digits: bigint; exponent: number } {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  const fraction = digits.split('.')[1] ?? '';
  return { digits: BigInt(digits.replace('.', '')), exponent: Number(exponent) - fraction.length };
}

/** The digits at 10 ** -places, rounded half up as java.util.Formatter does (JavaScript rounds the binary value). */
function scaled(value: number, places: number): bigint {
  const { digits, exponent } = shortest(value);
  const shift = exponent + places;
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  return (digits * 2n + unit) / (unit * 2n);
}

/** 1.005 with 2 places is 1.01. */
export function toFixed(value: number, places: number): string {
  const digits = scaled(value, places)
    .toString()
    .padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Java's %e: 1.234560e+04. */
export function toScientific(value: number, places: number): string {
  let exponent = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  let digits = scaled(value, places - exponent).toString();
  // 9.99 rounded to one place is 1.0e+01.
  if (digits.length > places + 1) digits = scaled(value, places - ++exponent).toString();
  const mantissa = digits.padEnd(places + 1, '0');
  const sign = exponent < 0 ? '-' : '+';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa[0]}${places > 0 ? `.${mantissa.slice(1)}` : ''}e${sign}${power}`;
}
