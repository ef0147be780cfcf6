import { expect, test } from 'vitest';
import { readApiKeyCsv } from './apiKeyCsv';

const row = (more: object) => ({ name: 'a', value: 'key', enabled: true, usagePlanIds: [], ...more });

test.each<[rule: string, text: string, rows: object[]]>([
  ['the two columns that are needed', 'Name,Key\na,key', [row({ line: 2 })]],
  ['any order, any case, unknown ones', 'KEY,x,name\nkey,y,a\n', [row({ line: 2 })]],
  [
    'all of them',
    'name,key,description,Enabled,usageplanIds\na,key,of the app,FALSE,"p1, p2"',
    [row({ line: 2, description: 'of the app', enabled: false, usagePlanIds: ['p1', 'p2'] })],
  ],
  ['CRLF and empty lines', 'name,key\r\n\r\na,key\r\n', [row({ line: 3 })]],
  ['a mark of the byte order', '\uFEFFname,key\na,key', [row({ line: 2 })]],
  [
    'quotes, commas and ends of lines in quotes',
    'name,key\n"a ""b"", c\nd",key\ne,key',
    [row({ line: 2, name: 'a "b", c\nd' }), row({ line: 4, name: 'e' })],
  ],
  ['a quote in a cell that does not begin with one', 'name,key\na"b,key', [row({ line: 2, name: 'a"b' })]],
  ['lines that are short', 'name,key,description\na,key', [row({ line: 2 })]],
  ['nothing but the names', 'name,key', []],
])('%s', (_rule, text, rows) => {
  expect(readApiKeyCsv(text)).toEqual(rows);
});

test.each([
  ['', 'The column name is missing'],
  ['name,value\na,b', 'The column key is missing'],
])('refused: %j', (text, message) => {
  expect(() => readApiKeyCsv(text)).toThrow(message);
});
