import { expect, test } from 'vitest';
import { compileJsonPath, JsonPathError } from './jsonPath';

const store = {
  store: {
    book: [
      { category: 'reference', author: 'Rees', title: 'Sayings', price: 8.95 },
      { category: 'fiction', author: 'Waugh', title: 'Sword', price: 12.99 },
      { category: 'fiction', author: 'Melville', title: 'Moby Dick', isbn: '0-553', price: 8.99 },
    ],
    bicycle: { color: 'red', price: 19.95, gears: 0 },
  },
  expensive: 10,
  'a-b': 'dash',
  'with space': { "it's": 1 },
  none: null,
  empty: [],
};

function query(path: string, document: unknown = store): unknown {
  return compileJsonPath(path)(document).value;
}

test.each([
  ['$', store],
  ['$.expensive', 10],
  ['expensive', 10],
  ['store.bicycle.color', 'red'],
  ['$.a-b', 'dash'],
  ["$['a-b']", 'dash'],
  ["$.['a-b']", 'dash'],
  ['$.store.book.[0].title', 'Sayings'],
  ['$["a-b"]', 'dash'],
  ['a-b', 'dash'],
  ["$['with space']['it\\'s']", 1],
  ['$.store.book[0].title', 'Sayings'],
  ['$.store.book[-1].title', 'Moby Dick'],
  ["$['store']['bicycle']['color']", 'red'],
  ['$.none', null],
  ['$.nope', undefined],
  ['$.none.deeper', undefined],
  ['$.store.book.title', undefined],
  ['$.store.book[9]', undefined],
  ['$.expensive[0]', undefined],
  ["$.store.bicycle['color','price']", { color: 'red', price: 19.95 }],
  ['$.store.book.length()', 3],
  ['$.store.book.size()', 3],
  ['$.store.bicycle.keys()', ['color', 'price', 'gears']],
  ['$.a-b.length()', 4],
  ['$.nope.length()', undefined],
  ['$.store.book.first()', store.store.book[0]],
])('definite %s', (path, expected) => {
  expect(compileJsonPath(path)(store)).toEqual({ definite: true, value: expected });
});

test.each([
  ['$.store.book[*].author', ['Rees', 'Waugh', 'Melville']],
  ['$..author', ['Rees', 'Waugh', 'Melville']],
  ['$.store..price', [8.95, 12.99, 8.99, 19.95]],
  ['$.store.bicycle.*', ['red', 19.95, 0]],
  ['$.store.bicycle[*]', ['red', 19.95, 0]],
  ['$..book[0].title', ['Sayings']],
  ["$..['isbn']", ['0-553']],
  ['$.store.book[0,2].title', ['Sayings', 'Moby Dick']],
  ['$.store.book[:2].title', ['Sayings', 'Sword']],
  ['$.store.book[1:].title', ['Sword', 'Moby Dick']],
  ['$.store.book[-2:].title', ['Sword', 'Moby Dick']],
  ['$.store.book[1:2].title', ['Sword']],
  ['$.store.book[?(@.isbn)].title', ['Moby Dick']],
  ['$.store.book[?(!@.isbn)].title', ['Sayings', 'Sword']],
  ['$.store.book[?(@.price < 10)].title', ['Sayings', 'Moby Dick']],
  ["$.store.book[?(@.category == 'fiction' && @.price > 10)].title", ['Sword']],
  ["$.store.book[?(@.author == 'Rees' || (@.price > 12 && @.price <= 12.99))].title", ['Sayings', 'Sword']],
  ['$.store.book[?(@.price > $.expensive)].title', ['Sword']],
  ['$.store.book[?(10 > @.price)].title', ['Sayings', 'Moby Dick']],
  ["$.store.book[?(@.category != 'fiction')].title", ['Sayings']],
  ["$.store.book[?(@.author in ['Rees', 'Waugh'])].title", ['Sayings', 'Sword']],
  ["$.store.book[?(@.author nin ['Rees', 'Waugh'])].title", ['Moby Dick']],
  ['$.store.book[?(@.author =~ /.*e.*e.*/i)].title', ['Sayings', 'Moby Dick']],
  ["$.store.book[?(@.title contains 'Dick')].author", ['Melville']],
  ["$.store.book[?(@['price'] >= 12.99)].title", ['Sword']],
  ['$.store.book[?(@.title.length() == 5)].title', ['Sword']],
  ['$.store.bicycle[?(@.color)].color', ['red']],
  ['$.store[?(@.color)].color', []],
  ['$..[?(@.isbn)].title', ['Moby Dick']],
  ['$..book[?(@.isbn)].title', ['Moby Dick']],
  ['$.nope[*]', []],
  ['$..nope', []],
  ['$.empty[?(@ == 1)]', []],
])('indefinite %s', (path, expected) => {
  expect(compileJsonPath(path)(store)).toEqual({ definite: false, value: expected });
});

test('$.. gives parents before what is in them', () => {
  expect(query('$..*', { a: { b: [1] } })).toEqual([{ b: [1] }, [1], 1]);
});

test.each([
  ['$..id.length()', [{ id: 1 }, { id: 2 }], 2],
  ['$.n.sum()', { n: [1, 2, 3] }, 6],
  ['$.n.avg()', { n: [1, 2] }, 1.5],
  ['$.n.min()', { n: [2, 1] }, 1],
  ['$.n.max()', { n: [2, 1] }, 2],
  ['$.n.last()', { n: [2, 1] }, 1],
  ['[0].a', [{ a: 1 }], 1],
  [
    '$[?(@.b == null)].a',
    [
      { a: 1, b: null },
      { a: 2, b: 0 },
    ],
    [1],
  ],
  ['$[?(@.b == true)].a', [{ a: 1, b: true }, { a: 2 }], [1]],
  ['$[?(@ > 1)]', [1, 2, 3], [2, 3]],
  [
    '$[?(@.l size 2)].a',
    [
      { a: 1, l: [1, 2] },
      { a: 2, l: [] },
    ],
    [1],
  ],
  [
    '$[?(@.l empty true)].a',
    [
      { a: 1, l: [1, 2] },
      { a: 2, l: [] },
    ],
    [2],
  ],
])('%s', (path, document, expected) => {
  expect(query(path, document)).toEqual(expected);
});

test('members that objects inherit do not exist', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(query(`$.${name}`, {})).toBeUndefined();
    expect(query(`$['${name}']`, [])).toBeUndefined();
    expect(query(`$.a.${name}`, { a: 'text' })).toBeUndefined();
  }
  expect(query('$.__proto__.x', JSON.parse('{"__proto__":{"x":1}}'))).toBe(1);
});

test('Maps are objects too', () => {
  const document = new Map<string, unknown>([['a', [new Map([['b', 1]])]]]);
  expect(query('$.a[?(@.b == 1)].b', document)).toEqual([1]);
  expect(query("$.a[0]['b','c']", document)).toEqual(new Map([['b', 1]]));
});

test.each([
  '',
  '$[',
  '$.',
  '$.a[',
  "$['a",
  '$[?(@.a ==)]',
  '$[?(@.a == 1]',
  '$[?@.a]',
  '$.a b',
  '$.system()',
  '$[a]',
  '$[1,]',
  '$..',
  `$${'[?(@'.repeat(40)}`,
  `$.${'a'.repeat(2001)}`,
])('%s is refused', (path) => {
  expect(() => compileJsonPath(path)).toThrow(JsonPathError);
});

test('a filter refuses a pattern that cannot run in linear time', () => {
  expect(() => query('$[?(@.t =~ /a(?=b)/)]', [{ t: 'a' }])).toThrow(JsonPathError);
});

test('a search that multiplies is stopped', () => {
  let document: unknown = 1;
  for (let depth = 0; depth < 500; depth++) document = [document, document === 1 ? 1 : { x: 1 }];
  expect(() => query('$..*..*..*', document)).toThrow('more than 1000000 steps');
  const texts = Array.from({ length: 1000 }, () => ({ t: 'a'.repeat(20_000) }));
  expect(() => query('$[?(@.t =~ /(a|a)*b/)]', texts)).toThrow('more than 1000000 steps');
});
