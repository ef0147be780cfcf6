import { AwsError } from '../../AwsError';
import { optional, wholeNumber } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';
import { pageOf } from '../pageOf';

/** One page as IAM's lists have it: MaxItems and Marker; IsTruncated in the answer. */
export function listed<Item>(
  { input }: OperationCall,
  name: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
  shape: (item: Item) => unknown,
): Record<string, unknown> {
  const { items: page, next } = pageOf(items, idOf, {
    limit: wholeNumber(input, 'MaxItems', [1, 1000]) ?? 100,
    marker: optional(input, 'Marker'),
    refuse: () => new AwsError('ValidationError', 'Invalid Marker.'),
  });
  return { [name]: page.map(shape), IsTruncated: next !== undefined, Marker: next };
}
