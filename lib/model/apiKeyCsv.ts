import { csvRows } from './csvRows';

/** One line of the file. */
export interface ApiKeyCsvRow {
  /** 1-based */
  line: number;
  name: string;
  value: string;
  description?: string;
  enabled: boolean;
  usagePlanIds: string[];
}

/**
 * AWS's file of keys (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-key-file-format.html): a line
 * of column names, in any order and any case; `Name` and `Key` are needed, columns that nobody knows are let by.
 * @throws Error that says what is wrong with the columns
 */
export function readApiKeyCsv(text: string): ApiKeyCsvRow[] {
  const [head, ...lines] = csvRows(text.replace(/^\uFEFF/, ''));
  const columns = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  for (const needed of ['name', 'key'])
    if (!columns.includes(needed)) throw new Error(`The column ${needed} is missing`);
  return lines.map(({ line, cells }) => {
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? '';
    const description = cell('description');
    return {
      line,
      name: cell('name'),
      value: cell('key'),
      ...(description !== '' && { description }),
      enabled: cell('enabled').toLowerCase() !== 'false',
      usagePlanIds: cell('usageplanids')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    };
  });
}
