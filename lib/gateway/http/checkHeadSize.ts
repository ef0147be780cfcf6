import type { Request } from '../transport/Request';
import { HttpError } from './HttpError';

/** Request line and headers of an HTTP API's call; a REST API's may be twice as long (reference section 3). */
const LARGEST_HEAD = 10_240;
/** ` ` before and after the target, or `: `, and the line's end */
const LINE_BYTES = 4;

/** @throws HttpError 431 */
export function checkHeadSize({ method, path, query, protocol, headers }: Request): void {
  let bytes = method.length + path.length + query.length + protocol.length + LINE_BYTES;
  for (const [name, value] of headers) bytes += name.length + value.length + LINE_BYTES;
  if (bytes > LARGEST_HEAD)
    throw new HttpError('DEFAULT_4XX', `The request's head is larger than ${LARGEST_HEAD} bytes`, 431);
}
