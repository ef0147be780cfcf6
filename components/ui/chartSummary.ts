interface Point {
  [key: string]: number | string | null;
}

/** What a chart shows, in words: last, least and most of each series. */
export function chartSummary(
  data: readonly Point[],
  series: readonly { key: string; label: string }[],
  format: (value: number) => string,
): string {
  return series
    .map(({ key, label }) => {
      const values = data.map((point) => point[key]).filter((value) => typeof value === 'number');
      const last = values.at(-1);
      if (last === undefined) return `${label}: no data.`;
      return `${label}: last ${format(last)}, least ${format(Math.min(...values))}, most ${format(Math.max(...values))}.`;
    })
    .join(' ');
}
