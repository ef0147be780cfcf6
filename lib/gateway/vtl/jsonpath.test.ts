import { expect, test } from 'vitest';
import { render } from './render.fixture';

const body = {
  a: 'x',
  b: 'y',
  names: ['p', 'q', 3],
  n: [4, 1, 7.5],
  items: [
    { id: 1, tags: ['red', 'big'], price: 5 },
    { id: 2, tags: ['red'], price: 10 },
    { id: 3, tags: [], price: 20 },
  ],
  limit: 8,
  even: [2, 4, 4, 4, 5, 5, 7, 9],
};

/** Jayway's functions and operators, as its README lists them. */
test.each([
  ['$.n.min()', '1.0'],
  ['$.n.max()', '7.5'],
  ['$.n.avg()', '4.166666666666667'],
  ['$.n.sum()', '12.5'],
  ['$.even.stddev()', '2.0'],
  ['$.n.length()', '3'],
  ['$.length()', '7'],
  ['$.a.length()', '1'],
  ['$.keys()', '["a","b","names","n","items","limit","even"]'],
  ['$.n.first()', '4'],
  ['$.n.last()', '7.5'],
  ['$.n.index(1)', '1'],
  ['$.n.append(9)', '[4,1,7.5,9]'],
  ['$.names.concat()', '"pq"'],
  ['$.concat($.a, "-", $.b)', '"x-y"'],
  ['$.names.concat("!")', '"pq!"'],
  ['$.sum($.limit, $.n[0])', '12.0'],
  ['$.max($.n[*])', '7.5'],
  ['$..price.sum()', '35.0'],
  ['$.length($.items)', '3'],
  ['$.items[?(@.price > $.limit)].id', '[2,3]'],
  ["$.items[?(@.tags subsetof ['red'])].id", '[2,3]'],
  ["$.items[?(@.tags anyof ['big', 'x'])].id", '[1]'],
  ["$.items[?(@.tags noneof ['big'])].id", '[2,3]'],
  ["$.items[?(@.tags all ['red', 'big'])].id", '[1]'],
  ["$.items[?(@.tags contains 'big')].id", '[1]'],
  ['$.items[?(@.tags size 1)].id', '[2]'],
  ['$.items[?(@.tags empty true)].id', '[3]'],
  ['$.items[?(@.id in [1, 3])].id', '[1,3]'],
  ['$.items[?(@.id nin [1, 3])].id', '[2]'],
  ['$.items[?(@.tags.length() > 1)].id', '[1]'],
  ['$.names[?(@ =~ /[PQ]/i)]', '["p","q"]'],
  ['$.items[-1].id', '3'],
  ['$.items[0,2].id', '[1,3]'],
  ['$.items[:2].id', '[1,2]'],
  ['$.items[-2:].id', '[2,3]'],
  ["$['a','b']", '{"a":"x","b":"y"}'],
  ['$.items[*].tags[0]', '["red","red"]'],
  ['$.none.sum()', '""'],
])("$input.json('%s')", (path, expected) => {
  expect(render(`$input.json("${path.replaceAll('"', '""')}")`, body)).toBe(expected);
});

test('members named like methods of objects are data to filters and functions', () => {
  const odd = '{"l":[{"valueOf":1,"toString":2,"n":1}],"s":"1"}';
  expect(render("$input.json('$.l[?(@ > 0)]')$input.json('$.l.sum()')", odd)).toBe('[]""');
  expect(render("$input.json('$.concat($.l)')$input.json('$.l[?(@.n in [1])].valueOf')", odd)).toBe('""[1]');
});
