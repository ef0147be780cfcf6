import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { pageOf } from '../pageOf';

const DEFAULT_LIMIT = 25;
const LARGEST_LIMIT = 500;

/**
 * One page of a list, as V1 gives lists: `item`, and a `position` where there are more
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_GetRestApis.html).
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
  const page = pageOf(items, idOf, {
    limit: limitOf(query.get('limit')),
    marker: query.get('position') || undefined,
    refuse: () => new AwsError('BadRequestException', 'Invalid position parameter'),
  });
  return { item: page.items.map(shape), ...(page.next !== undefined && { position: page.next }) };
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
