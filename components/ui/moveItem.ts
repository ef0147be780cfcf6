/** Ordered lists that items may move within and between. */
export interface SortGroup {
  id: string;
  items: readonly string[];
}
/** Before which item of a group: its length is the end. */
export interface SortPlace {
  group: string;
  index: number;
}

/** The item at its new place, which is counted before it left its old one; groups without the item stay as they are. */
export function moveItem<Group extends SortGroup>(
  groups: readonly Group[],
  item: string,
  to: SortPlace,
): Group[] {
  return groups.map((group) => {
    const rest = group.items.filter((each) => each !== item);
    if (group.id !== to.group) return rest.length === group.items.length ? group : { ...group, items: rest };
    const from = group.items.indexOf(item);
    const index = from !== -1 && from < to.index ? to.index - 1 : to.index;
    return { ...group, items: [...rest.slice(0, index), item, ...rest.slice(index)] };
  });
}

/** One step up or down, from the end of a group into the next one; undefined where there is no way further. */
export function stepOf(groups: readonly SortGroup[], item: string, direction: 1 | -1): SortPlace | undefined {
  const at = groups.findIndex(({ items }) => items.includes(item));
  const group = groups[at];
  if (!group) return undefined;
  const index = group.items.indexOf(item);
  if (direction === -1 && index > 0) return { group: group.id, index: index - 1 };
  if (direction === 1 && index < group.items.length - 1) return { group: group.id, index: index + 2 };
  const next = groups[at + direction];
  return next && { group: next.id, index: direction === 1 ? 0 : next.items.length };
}
