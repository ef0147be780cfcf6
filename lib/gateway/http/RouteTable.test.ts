import { expect, test } from 'vitest';
import { seededRandom } from '../testing/seededRandom';
import { RouteTable } from './RouteTable';

/* reference/http-apis.md section 2, against a model that asks every route (reliability.md B30). */
interface Key {
  method: string;
  parts: string[];
}

const isGreedy = ({ parts }: Key) => parts.at(-1)?.endsWith('+}') === true;

function fits({ parts }: Key, segments: string[]): boolean {
  const greedy = parts.at(-1)?.endsWith('+}') === true;
  const fixed = greedy ? parts.slice(0, -1) : parts;
  if (greedy ? segments.slice(fixed.length).join('/') === '' : segments.length !== parts.length) return false;
  return fixed.every((part, index) => {
    const segment = segments[index] ?? '';
    return part.startsWith('{') ? segment !== '' : part === segment;
  });
}

/** Full before greedy, longer greedy first; part by part a literal before a parameter; the method before ANY. */
function isBetter(one: Key, other: Key): boolean {
  if (isGreedy(one) !== isGreedy(other)) return !isGreedy(one);
  const kinds = ({ parts }: Key) =>
    parts.map((part) => (part.startsWith('{') ? (part.endsWith('+}') ? '2' : '1') : '0')).join('');
  if (kinds(one) !== kinds(other)) return kinds(one) < kinds(other);
  return one.method !== 'ANY' && other.method === 'ANY';
}

function expected(keys: readonly Key[], method: string, path: string): Key | undefined {
  const segments = path.slice(1).split('/');
  let best: Key | undefined;
  for (const key of keys)
    if (
      (key.method === method || key.method === 'ANY') &&
      fits(key, segments) &&
      (!best || isBetter(key, best))
    )
      best = key;
  return best;
}

test('B30: 20,000 random tables and paths, no difference from the plain model', () => {
  const { below, pick: one } = seededRandom(6);
  for (let round = 0; round < 2_000; round += 1) {
    const table = new RouteTable<Key>();
    const keys: Key[] = [];
    for (let index = 0; index < 8; index += 1) {
      const parts = Array.from({ length: 1 + below(3) }, () => one(['a', 'b', '{x}', 'c']));
      if (below(10) < 3) parts.push('{p+}');
      const key = { method: one(['GET', 'POST', 'ANY']), parts };
      try {
        table.add(key.method, `/${parts.join('/')}`, key);
        keys.push(key);
      } catch {
        // There twice.
      }
    }
    for (let call = 0; call < 10; call += 1) {
      const segments = Array.from({ length: 1 + below(4) }, () => one(['a', 'b', 'c', 'd']));
      const path = `/${segments.join('/')}${below(10) < 2 ? '/' : ''}`;
      const method = one(['GET', 'POST', 'PUT']);
      const found = table.match(method, path)?.value;
      expect(found, `${method} ${path} in ${JSON.stringify(keys)}`).toBe(expected(keys, method, path));
    }
  }
});

test.each(['a', '/{}', '/{a', '/a}b', '/{a}.json', '/a//b', '/{a+}/b'])('%s is no path', (path) => {
  expect(() => new RouteTable<number>().add('GET', path, 1)).toThrow();
});

test('names of Object.prototype are names as any other', () => {
  const table = new RouteTable<number>();
  table.add('GET', '/constructor/{__proto__}', 1);
  expect(table.match('GET', '/constructor/x')?.parameters.get('__proto__')).toBe('x');
  expect(table.match('GET', '/toString/x')).toBeUndefined();
  expect(table.match('constructor', '/constructor/x')).toBeUndefined();
});
