import { expect, test } from 'vitest';
import { columnWidths, leastWidth } from './columnWidths';
import type { Column } from './DataTable';

const column = (part: Partial<Column<string>>): Column<string> => ({
  id: 'name',
  header: 'Name',
  cell: (row) => row,
  text: (row) => row,
  ...part,
});
const fixed = (width: string) => ({ width, least: width });

test.each([
  ['the longest text counts', ['a', 'a'.repeat(20)], column({}), fixed('20ch')],
  ['a long text takes the room that is left', ['a'.repeat(90)], column({}), { least: '20ch' }],
  ['a short text keeps six', ['a'], column({}), fixed('9ch')],
  ['a long header counts', ['a'], column({ header: 'Integration latency' }), fixed('20ch')],
  ['a column of buttons is narrow', ['a'], column({ header: '', text: undefined }), fixed('6ch')],
  ['a width that is given counts', ['a'], column({ width: 'min(30ch, 45vw)' }), fixed('min(30ch, 45vw)')],
])('%s', (_, rows, only, width) => {
  expect(columnWidths(rows, [only])).toEqual([width]);
});

test('a table is at least as wide as its columns must be', () => {
  expect(leastWidth([fixed('24ch'), { least: '20ch' }])).toBe('calc(24ch + 20ch)');
});
