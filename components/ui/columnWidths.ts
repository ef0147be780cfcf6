import type { Column } from './DataTable';

const sampled = 400;
const padding = 3;
/** a `ch` is as wide as a zero, and most letters are narrower */
const perCharacter = 0.85;
/** in `ch`; a column that would be wider than `most` takes what room there is, but `least` */
const bounds = { narrowest: 6, most: 28, least: 20, unknown: 18 };

export interface ColumnWidth {
  /** absent: a share of the room that the others leave */
  width?: string;
  least: string;
}

/**
 * Widths from the texts of the first rows. A virtualised table needs them fixed: sized by the rows on the screen,
 * its columns would jump while it scrolls.
 */
export function columnWidths<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): ColumnWidth[] {
  const sample = rows.slice(0, sampled);
  return columns.map((column) => {
    if (column.width) return { width: column.width, least: column.width };
    const wanted = charactersOf(sample, column);
    if (wanted > bounds.most) return { least: `${bounds.least}ch` };
    return { width: `${wanted}ch`, least: `${wanted}ch` };
  });
}

function charactersOf<Row>(sample: readonly Row[], { text, header }: Column<Row>): number {
  if (!text) return header ? bounds.unknown : bounds.narrowest;
  const longest = sample.reduce((most, row) => Math.max(most, String(text(row) ?? '').length), header.length);
  return Math.ceil(Math.max(bounds.narrowest, longest) * perCharacter) + padding;
}

/** Below this width the table scrolls sideways. */
export const leastWidth = (widths: readonly ColumnWidth[]) =>
  `calc(${widths.map(({ least }) => least).join(' + ')})`;
