import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';

const DEFAULT_LIMIT = 25;
const LARGEST_LIMIT = 500;

/**
 * One page of a list, as V1 gives lists: `item`, and a `position` where there are more
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html). A position names the last one given, so
 * that what is made or deleted meanwhile shifts nothing.
 * @param idOf what tells one item from all others of the list
 * @throws AwsError BadRequestException
 */
export function paged<Item, Shape>(
  { request }: OperationCall,
  items: readonly Item[],
  idOf: (item: Item) => string,
  shape: (item: Item) => Shape,
): { item: Shape[]; position?: string } {
  const query = new URLSearchParams(request.query);
  const limit = limitOf(query.get('limit'));
  const begin = beginOf(query.get('position'), items, idOf);
  const page = items.slice(begin, begin + limit);
  const last = page.at(-1);
  const isMore = last !== undefined && begin + limit < items.length;
  return {
    item: page.map(shape),
    ...(isMore && { position: Buffer.from(idOf(last)).toString('base64url') }),
  };
}

/**
 * As recorded: a limit below 1 is none.
 * @throws AwsError BadRequestException
 */
export function limitOf(text: string | null): number {
  if (text === null || text === '') return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit))
    throw new AwsError(
      'BadRequestException',
      'Invalid limit specified: a limit is a whole number from 1 to 500',
    );
  return limit < 1 ? DEFAULT_LIMIT : Math.min(limit, LARGEST_LIMIT);
}

function beginOf<Item>(
  position: string | null,
  items: readonly Item[],
  idOf: (item: Item) => string,
): number {
  if (position === null || position === '') return 0;
  const last = Buffer.from(position, 'base64url').toString();
  const index = items.findIndex((item) => idOf(item) === last);
  if (index < 0) throw new AwsError('BadRequestException', 'Invalid position parameter');
  return index + 1;
}
