export interface Page<Item> {
  items: Item[];
  /** where there are more: what the next page is asked by */
  next?: string;
}

/**
 * One page of a list. A marker names the last one given, so that what is made or deleted meanwhile shifts nothing.
 * @param refuse what a marker that names none is answered with
 */
export function pageOf<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { limit, marker, refuse }: { limit: number; marker: string | undefined; refuse: () => Error },
): Page<Item> {
  const last = marker === undefined ? undefined : Buffer.from(marker, 'base64url').toString();
  const found = last === undefined ? -1 : items.findIndex((item) => idOf(item) === last);
  if (last !== undefined && found < 0) throw refuse();
  const page = items.slice(found + 1, found + 1 + limit);
  const end = page.at(-1);
  const isMore = end !== undefined && found + 1 + limit < items.length;
  return { items: page, ...(isMore && { next: Buffer.from(idOf(end)).toString('base64url') }) };
}
