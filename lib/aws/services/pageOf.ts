import { z } from 'zod';

export interface Page<Item> {
  items: Item[];
  /** where there are more: what the next page is asked by */
  next?: string;
}

/**
 * One page of a list. A marker names the items on both sides of the place where the next page begins: what is made or
 * deleted meanwhile shifts nothing, and who deletes a page before asking for the next one goes on.
 * @param idOf what tells one item from all others of the list
 * @param refuse what a marker that is none is answered with
 */
export function pageOf<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { limit, marker, refuse }: { limit: number; marker: string | undefined; refuse: () => Error },
): Page<Item> {
  const ids = items.map(idOf);
  const begin = marker === undefined ? 0 : placeOf(marker, ids);
  if (begin === undefined) throw refuse();
  const end = begin + limit;
  return { items: items.slice(begin, end), ...(end < items.length && { next: markerOf(ids, end) }) };
}

/** Ids of the last item given and of the one after it, and how many came before that. */
const place = z.tuple([z.string(), z.string(), z.number().int().min(0)]);

function markerOf(ids: readonly string[], end: number): string {
  const named = [ids[end - 1] ?? '', ids[end] ?? '', end] satisfies z.infer<typeof place>;
  return Buffer.from(JSON.stringify(named)).toString('base64url');
}

function placeOf(marker: string, ids: readonly string[]): number | undefined {
  const named = place.safeParse(jsonOf(Buffer.from(marker, 'base64url').toString()));
  if (!named.success) return undefined;
  const [last, next, end] = named.data;
  const behind = ids.indexOf(last);
  if (behind >= 0) return behind + 1;
  const index = ids.indexOf(next);
  return index >= 0 ? index : Math.min(end, ids.length);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
