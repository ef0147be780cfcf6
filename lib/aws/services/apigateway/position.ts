import type { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { limitOf } from './paged';

/**
 * `limit` and `position` of a list that the database pages: a position holds what the last item of a page is found
 * by, so that what is made or deleted meanwhile shifts nothing.
 * @throws AwsError BadRequestException
 */
export function pageOf<After extends z.ZodType>(
  { request }: OperationCall,
  schema: After,
): { limit: number; after?: z.output<After> } {
  const query = new URLSearchParams(request.query);
  const limit = limitOf(query.get('limit'));
  const position = query.get('position');
  return position === null || position === '' ? { limit } : { limit, after: read(position, schema) };
}

/** @param isMore whether there is a next page */
export function positionAfter(last: unknown, isMore: boolean): { position?: string } {
  if (!isMore) return {};
  return { position: Buffer.from(JSON.stringify(last)).toString('base64url') };
}

function read<After extends z.ZodType>(position: string, schema: After): z.output<After> {
  const parsed = schema.safeParse(jsonOf(Buffer.from(position, 'base64url').toString()));
  if (!parsed.success) throw new AwsError('BadRequestException', 'Invalid position parameter');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
