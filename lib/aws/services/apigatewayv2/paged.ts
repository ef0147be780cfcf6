import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { pageOf } from '../pageOf';

const DEFAULT_RESULTS = 25;
const MOST_RESULTS = 500;

export interface Paged<Shape> {
  items: Shape[];
  nextToken?: string;
}

/**
 * One page of a list, as V2 gives lists: `items`, and a `nextToken` where there are more.
 * @param idOf what tells one item from all others of the list
 * @throws AwsError BadRequestException
 */
export function paged<Item, Shape>(
  { request }: OperationCall,
  items: readonly Item[],
  idOf: (item: Item) => string,
  shape: (item: Item) => Shape,
): Paged<Shape> {
  const query = new URLSearchParams(request.query);
  const page = pageOf(items, idOf, {
    limit: resultsOf(query.get('maxResults')),
    marker: query.get('nextToken') || undefined,
    refuse: () => new AwsError('BadRequestException', 'Invalid nextToken specified'),
  });
  return { items: page.items.map(shape), ...(page.next !== undefined && { nextToken: page.next }) };
}

/** `maxResults` is a text in AWS's model. */
function resultsOf(text: string | null): number {
  if (text === null || text === '') return DEFAULT_RESULTS;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new AwsError(
      'BadRequestException',
      'Invalid maxResults specified: it is a whole number from 1 to 500',
    );
  return Math.min(Number(text), MOST_RESULTS);
}
