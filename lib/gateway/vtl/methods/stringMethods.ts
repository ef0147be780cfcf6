import { compileRegex } from '../../regex/Regex';
import { type Budget, RenderFault } from '../Budget';
import { toText } from '../print';
import { isNumber, JavaList, type Value } from '../values';
import { formatText } from './formatText';
import type { Method, MethodTable } from './MethodTable';

type TextMethod = (self: string, text: string, budget: Budget) => Value;

/** A method of one text; Java throws on null, a template gets null. */
function withText(method: TextMethod): Method<string> {
  return (self, [arg = null], budget) => (arg === null ? null : method(self, read(arg, budget), budget));
}

function withTexts(method: (self: string, a: string, b: string, budget: Budget) => Value): Method<string> {
  return (self, [a = null, b = null], budget) =>
    a === null || b === null ? null : method(self, read(a, budget), read(b, budget), budget);
}

function read(arg: Value, budget: Budget): string {
  return budget.text(toText(arg, budget));
}

/** A place in a text, 0 to its length. Java throws StringIndexOutOfBoundsException, which fails the template. */
function place(self: string, arg: Value): number {
  const at = isNumber(arg) ? Number(arg) : Number.NaN;
  if (!Number.isInteger(at) || at < 0 || at > self.length) {
    throw new RenderFault(`index ${String(arg)} is outside of a text of ${self.length} characters`);
  }
  return at;
}

function substring(self: string, [from = null, to = self.length]: Value[]): Value {
  const [start, end] = [place(self, from), place(self, to)];
  if (start > end) throw new RenderFault(`substring(${start}, ${end}) ends before it begins`);
  return self.slice(start, end);
}

function charAt(self: string, [index = null]: Value[]): Value {
  const at = place(self, index);
  if (at === self.length) throw new RenderFault(`charAt(${at}) is outside of a text of ${at} characters`);
  return self.charAt(at);
}

function split(self: string, [pattern = null, limit = 0]: Value[], budget: Budget): Value {
  if (pattern === null) return null;
  const parts = compileRegex(read(pattern, budget)).split(self, isNumber(limit) ? Number(limit) : 0, budget);
  return JavaList.holding(parts);
}

/** Checked before it is made: "a" for "" in a long text multiplies it. */
function replace(self: string, from: string, to: string, budget: Budget): Value {
  budget.room(
    from.length === 0 ? self.length * (to.length + 1) : (self.length / from.length + 1) * to.length,
  );
  return budget.text(self.replaceAll(from, () => to));
}

function repeat(self: string, [times = null]: Value[], budget: Budget): Value {
  const count = isNumber(times) ? Math.trunc(Number(times)) : 0;
  if (count <= 0) return '';
  budget.room(self.length * count);
  return self.repeat(count);
}

function hashCode(self: string): Value {
  let hash = 0;
  for (let at = 0; at < self.length; at++) hash = (Math.imul(hash, 31) + self.charCodeAt(at)) | 0;
  return hash;
}

function from(index: Value | undefined): number | undefined {
  return isNumber(index ?? null) ? Number(index) : undefined;
}

/** Java's compareTo: the distance of the first characters that differ, else that of the lengths. */
function compare(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let at = 0; at < size; at++) {
    const distance = a.charCodeAt(at) - b.charCodeAt(at);
    if (distance !== 0) return distance;
  }
  return a.length - b.length;
}

/** Java's trim() takes control characters and blanks, but no other white space, as strip() does. */
function trim(self: string): string {
  let [start, end] = [0, self.length];
  while (start < end && self.charCodeAt(start) <= 32) start++;
  while (end > start && self.charCodeAt(end - 1) <= 32) end--;
  return self.slice(start, end);
}

/** indexOf takes a text or a character's code. */
function sought(arg: Value, budget: Budget): string {
  return typeof arg === 'number' ? String.fromCharCode(arg) : read(arg, budget);
}

function toChars(self: string, _: Value[], budget: Budget): Value {
  budget.spend(self.length);
  return JavaList.holding(self.split(''));
}

function contentOf(list: Value[]): Value[] {
  const [only] = list;
  return list.length === 1 && Array.isArray(only) ? only : list;
}

function format(_: string, [format = null, ...args]: Value[], budget: Budget): Value {
  return format === null ? null : formatText(read(format, budget), contentOf(args), budget);
}

function join(_: string, [separator = null, ...items]: Value[], budget: Budget): Value {
  const texts = Array.from(contentOf(items), (item) => read(item ?? 'null', budget));
  return budget.text(texts.join(toText(separator, budget)));
}

/** java.lang.String, as far as templates use it; split, matches and replaceAll take Java's regular expressions. */
export const stringMethods: MethodTable<string> = new Map<string, Method<string>>([
  ['length', (self) => self.length],
  ['isEmpty', (self) => self.length === 0],
  ['isBlank', (self) => self.trim() === ''],
  ['substring', substring],
  ['charAt', charAt],
  ['trim', trim],
  ['strip', (self) => self.trim()],
  ['stripLeading', (self) => self.trimStart()],
  ['stripTrailing', (self) => self.trimEnd()],
  ['subSequence', substring],
  ['toCharArray', toChars],
  ['codePointAt', (self, [index = null]) => self.codePointAt(place(self, index)) ?? null],
  ['intern', (self) => self],
  ['format', format],
  ['formatted', (self, args, budget) => formatText(self, contentOf(args), budget)],
  ['contentEquals', withText((self, text) => self === text)],
  ['toLowerCase', (self, _, budget) => budget.text(self.toLowerCase())],
  ['toUpperCase', (self, _, budget) => budget.text(self.toUpperCase())],
  ['concat', withText((self, text, budget) => budget.text(self + text))],
  ['contains', withText((self, text) => self.includes(text))],
  [
    'startsWith',
    (self, [text = null, at], budget) => text !== null && self.startsWith(read(text, budget), from(at)),
  ],
  ['endsWith', withText((self, text) => self.endsWith(text))],
  [
    'indexOf',
    (self, [text = null, at], budget) =>
      text === null ? null : self.indexOf(sought(text, budget), from(at)),
  ],
  [
    'lastIndexOf',
    (self, [text = null, at], budget) =>
      text === null ? null : self.lastIndexOf(sought(text, budget), from(at)),
  ],
  ['equals', (self, [other = null]) => typeof other === 'string' && self === other],
  [
    'equalsIgnoreCase',
    (self, [other = null]) => typeof other === 'string' && self.toLowerCase() === other.toLowerCase(),
  ],
  ['compareTo', withText(compare)],
  ['compareToIgnoreCase', withText((self, text) => compare(self.toLowerCase(), text.toLowerCase()))],
  ['replace', withTexts(replace)],
  ['replaceAll', withTexts((self, regex, to, budget) => compileRegex(regex).replace(self, to, true, budget))],
  [
    'replaceFirst',
    withTexts((self, regex, to, budget) => compileRegex(regex).replace(self, to, false, budget)),
  ],
  ['matches', withText((self, regex, budget) => compileRegex(regex).matches(self, budget))],
  ['split', split],
  ['repeat', repeat],
  ['hashCode', hashCode],
  ['valueOf', (_, [value = null], budget) => toText(value, budget)],
  ['join', join],
]);
