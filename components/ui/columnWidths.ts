import type { Column } from './DataTable';

const sampled = 400;
const padding = 4;
const bounds = { least: 6, most: 40, unknown: 14 };

/**
 * Widths in `ch` from the texts of the first rows. A virtualised table needs them fixed: sized by the rows on the
 * screen, its columns would jump while it scrolls.
 */
export function columnWidths<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): number[] {
  const sample = rows.slice(0, sampled);
  return columns.map(({ text, header }) => {
    if (!text) return header ? bounds.unknown : bounds.least;
    const longest = sample.reduce(
      (most, row) => Math.max(most, String(text(row) ?? '').length),
      header.length,
    );
    return Math.min(bounds.most, Math.max(bounds.least, longest)) + padding;
  });
}
