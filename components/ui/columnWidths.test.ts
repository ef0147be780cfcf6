import { expect, test } from 'vitest';
import { columnWidths } from './columnWidths';
import type { Column } from './DataTable';

const column = (part: Partial<Column<string>>): Column<string> => ({
  id: 'name',
  header: 'Name',
  cell: (row) => row,
  text: (row) => row,
  ...part,
});
test.each([
  ['the longest text counts', ['a', 'a'.repeat(20)], column({}), 24],
  ['a long text is cut at 40', ['a'.repeat(90)], column({}), 44],
  ['a short text keeps six', ['a'], column({}), 10],
  ['a long header counts', ['a'], column({ header: 'Integration latency' }), 23],
  ['a column of buttons is narrow', ['a'], column({ header: '', text: undefined }), 6],
])('%s', (_, rows, only, width) => {
  expect(columnWidths(rows, [only])).toEqual([width]);
});
