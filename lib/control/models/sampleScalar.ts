import type { Schema } from './SchemaBook';
import { samplePattern } from './samplePattern';

const formats: Record<string, string> = {
  date: '2026-01-15',
  'date-time': '2026-01-15T12:00:00Z',
  email: 'ada@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com',
  uuid: '123e4567-e89b-12d3-a456-426614174000',
};

/** A number, text, truth value or null that a schema of that type accepts. @param turn 0 for the first, 1 for another */
export function sampleScalar(schema: Schema, type: string, turn = 0): string | number | boolean | null {
  if (type === 'integer' || type === 'number') return sampleNumber(schema, type, turn);
  if (type === 'boolean') return turn % 2 === 0;
  return type === 'null' ? null : sampleText(schema, turn);
}

function sampleNumber(schema: Schema, type: 'integer' | 'number', turn: number): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const whole = type === 'integer';
  const step = typeof multipleOf === 'number' && multipleOf > 0 ? multipleOf : whole ? 1 : 0.5;
  if (typeof minimum === 'number') {
    const first = Math.ceil(minimum / step) * step;
    const free = first > minimum || exclusiveMinimum !== true ? first : first + step;
    // A narrow range of fractions has room between its ends only.
    const over = typeof maximum === 'number' && (free > maximum || (free === maximum && exclusiveMaximum));
    return over && !whole && multipleOf === undefined ? (minimum + Number(maximum)) / 2 : free + turn * step;
  }
  if (typeof maximum !== 'number') return step * (1 + turn);
  const last = Math.floor(Math.min(maximum, step) / step) * step;
  return (last < maximum || exclusiveMaximum !== true ? last : last - step) - turn * step;
}

function sampleText(schema: Schema, turn: number): string {
  const { pattern, format, minLength = 0, maxLength = Number.MAX_SAFE_INTEGER } = schema;
  const fits = (text: string) => text.length >= Number(minLength) && text.length <= Number(maxLength);
  if (typeof pattern === 'string') return fromPattern(pattern, fits, turn) ?? '';
  const known = typeof format === 'string' ? formats[format] : undefined;
  if (known !== undefined && fits(known) && turn === 0) return known;
  const text = turn === 0 ? 'text' : `${turn + 1}text`;
  return text.padEnd(Math.min(Number(minLength), 10_000), 'x').slice(0, Number(maxLength));
}

/** Tried one after the other: how often what may repeat without end does. */
const TIMES = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64];

/** The shortest that fits. */
function fromPattern(pattern: string, fits: (text: string) => boolean, turn: number): string | null {
  for (const times of TIMES) {
    const text = samplePattern(pattern, times + turn);
    if (text === null || fits(text)) return text;
  }
  return null;
}
