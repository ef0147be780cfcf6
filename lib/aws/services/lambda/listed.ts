import type { OperationCall } from '../../Service';
import { pageOf } from '../pageOf';
import { invalid } from './functionName';

const MOST = 50;

/** One page as Lambda's lists have it: MaxItems and Marker in the query, NextMarker in the answer. */
export function listed<Item>(
  { request }: OperationCall,
  name: string,
  items: readonly Item[],
  idOf: (item: Item) => string,
  shape: (item: Item) => unknown,
): Record<string, unknown> {
  const query = new URLSearchParams(request.query);
  const asked = Number(query.get('MaxItems') ?? MOST);
  if (!Number.isInteger(asked) || asked < 1) throw invalid('MaxItems is a whole number from 1 on');
  const { items: page, next } = pageOf(items, idOf, {
    limit: Math.min(asked, MOST),
    marker: query.get('Marker') || undefined,
    refuse: () => invalid('Invalid Marker'),
  });
  return { [name]: page.map(shape), ...(next !== undefined && { NextMarker: next }) };
}
