import { expect, test } from 'vitest';
import { invocationsIn, matching } from './invocations';

const line = (requestId: string, time: number, message: string) => ({
  id: `${requestId} ${time} ${message}`,
  requestId,
  time,
  message,
  version: '1',
});
const report = (id: string, rest = '') =>
  `REPORT RequestId: ${id}\tDuration: 2.00 ms\tBilled Duration: 2 ms${rest}`;
/** newest first, as the operation gives them; two calls at once */
const lines = [
  line('b2', 40, report('b2', '\tStatus: timeout')),
  line('a1', 30, report('a1')),
  line('a1', 30, 'END RequestId: a1'),
  line('b2', 20, 'START RequestId: b2 Version: 1'),
  line('a1', 10, '2026-01-01T00:00:00Z\ta1\tINFO\tgreeting Ada'),
  line('a1', 10, 'START RequestId: a1 Version: 1'),
];

test('invocations come newest first, their lines as they were written', () => {
  const found = invocationsIn(lines);
  expect(found.map(({ requestId, time }) => [requestId, time])).toEqual([
    ['b2', 20],
    ['a1', 10],
  ]);
  expect(found[1]?.lines.map(({ message }) => message.split(' ')[0]?.split('\t')[0])).toEqual([
    'START',
    '2026-01-01T00:00:00Z',
    'END',
    'REPORT',
  ]);
  expect(found[1]?.report?.duration).toBe('2.00 ms');
});

test.each([
  ['a timeout', [line('c', 1, report('c', '\tStatus: timeout'))], 'timeout'],
  ['an error of Node.js', [line('c', 1, '2026-01-01T00:00:00Z\tc\tERROR\tInvoke Error {}')], 'error'],
  ['an error of Python', [line('c', 1, '[ERROR] KeyError: x')], 'error'],
  ['a line of level ERROR is none', [line('c', 1, '2026-01-01T00:00:00Z\tc\tERROR\tcareful')], undefined],
])('%s', (_, given, fault) => {
  expect(invocationsIn(given)[0]?.fault).toBe(fault);
});

test.each([
  ['ada', ['a1']],
  ['', ['b2', 'a1']],
  ['nowhere', []],
  ['B2', ['b2']],
])('"%s" is looked for in lines and request ids, in any case', (text, ids) => {
  expect(matching(invocationsIn(lines), text).map(({ requestId }) => requestId)).toEqual(ids);
});
