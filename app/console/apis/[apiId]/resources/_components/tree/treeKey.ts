/** What the keys need to know of a line. */
interface FoldableRow {
  id: string;
  parentId?: string;
  foldable?: boolean;
  folded?: boolean;
}
export type TreeStep = { move: string } | { fold: string } | { unfold: string };

/** What a key does at the active row of a tree (WAI-ARIA's tree pattern); undefined for other keys. */
export function treeKey(key: string, rows: readonly FoldableRow[], active: string): TreeStep | undefined {
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === active),
  );
  const row = rows[at];
  if (!row) return undefined;
  const to = (target: string | undefined) => (target === undefined ? undefined : { move: target });
  if (key === 'ArrowDown') return to(rows[at + 1]?.id);
  if (key === 'ArrowUp') return to(rows[at - 1]?.id);
  if (key === 'Home') return to(rows[0]?.id);
  if (key === 'End') return to(rows.at(-1)?.id);
  const open = row.foldable && !row.folded;
  if (key === 'ArrowLeft') return open ? { fold: row.id } : to(row.parentId);
  if (key === 'ArrowRight') {
    if (row.foldable && row.folded) return { unfold: row.id };
    return open ? to(rows[at + 1]?.id) : undefined;
  }
  return undefined;
}
