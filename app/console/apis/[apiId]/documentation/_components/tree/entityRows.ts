import type { EntityNode } from './entityTree';

export interface EntityRow {
  id: string;
  parentId?: string;
  depth: number;
  node: EntityNode;
  foldable: boolean;
  folded: boolean;
}

/**
 * The tree as the lines that are seen. With `matches`, all is unfolded and what matches is kept, with the way to it.
 */
export function entityRows(
  roots: readonly EntityNode[],
  folded: ReadonlySet<string>,
  matches?: (node: EntityNode) => boolean,
): EntityRow[] {
  const rowsOf = (node: EntityNode, depth: number, parentId?: string): EntityRow[] => {
    const isFolded = !matches && folded.has(node.id);
    const below = isFolded ? [] : node.children.flatMap((child) => rowsOf(child, depth + 1, node.id));
    if (matches && below.length === 0 && !matches(node)) return [];
    const foldable = node.children.length > 0;
    return [{ id: node.id, parentId, depth, node, foldable, folded: isFolded }, ...below];
  };
  return roots.flatMap((node) => rowsOf(node, 0));
}

/** Nodes on the way to `id`, without itself. */
export function wayTo(roots: readonly EntityNode[], id: string): string[] {
  for (const node of roots) {
    if (node.children.some((child) => child.id === id)) return [node.id];
    const below = wayTo(node.children, id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}

/** What is folded at first: in a long tree, what methods have. */
export function foldedAtFirst(roots: readonly EntityNode[], entityCount: number): ReadonlySet<string> {
  if (entityCount <= 60) return new Set();
  const methods = (node: EntityNode): string[] =>
    node.location?.type === 'METHOD' ? [node.id] : node.children.flatMap(methods);
  return new Set(roots.flatMap(methods));
}
