import { pageOf } from '../pageOf';
import { invalidParameter } from './inputOf';

/** One page of a list: by whatever name the operation calls the limit and the token. */
export function listed<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { limit, token }: { limit: number; token: string | undefined },
) {
  return pageOf(items, idOf, {
    limit,
    marker: token,
    refuse: () => invalidParameter('The pagination token is invalid.'),
  });
}
