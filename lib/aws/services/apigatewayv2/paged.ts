import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';

const DEFAULT_RESULTS = 25;
const MOST_RESULTS = 500;

export interface Paged<Shape> {
  items: Shape[];
  nextToken?: string;
}

/**
 * One page of a list, as V2 gives lists: `items`, and a `nextToken` where there are more. A token names the last one
 * given, so that what is made or deleted meanwhile shifts nothing.
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
  const begin = beginOf(query.get('nextToken'), items.map(idOf));
  const end = begin + resultsOf(query.get('maxResults'));
  const last = items[end - 1];
  const isMore = last !== undefined && end < items.length;
  return {
    items: items.slice(begin, end).map(shape),
    ...(isMore && { nextToken: Buffer.from(idOf(last)).toString('base64url') }),
  };
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

function beginOf(token: string | null, ids: string[]): number {
  if (token === null || token === '') return 0;
  const index = ids.indexOf(Buffer.from(token, 'base64url').toString());
  if (index < 0) throw new AwsError('BadRequestException', 'Invalid nextToken specified');
  return index + 1;
}
