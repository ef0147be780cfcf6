export interface CsvRow {
  /** 1-based line that it begins on */
  line: number;
  cells: string[];
}

/** A cell in quotes and what follows them, or one without; then what ends it. */
const CELL = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r\n|\n|\r|$)/g;

/** RFC 4180; empty lines are left out. A quote that is never closed ends with the text. */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let row: CsvRow = { line: 1, cells: [] };
  let line = 1;
  for (const [whole, quoted, rest = '', plain = '', end = ''] of text.matchAll(CELL)) {
    row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + rest);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  return rows;
}
