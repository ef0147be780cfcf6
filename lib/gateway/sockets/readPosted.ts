import { isUtf8 } from 'node:buffer';
import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';

/** AWS's bound on a message. */
const LARGEST = 128 * 1024;

/** AWS's text for it. */
export const tooLongMessage = 'Message too long';

/**
 * What a backend posts to a client: text, and bytes where it is none.
 * @throws GatewayError REQUEST_TOO_LARGE
 */
export async function readPosted({ request }: Call): Promise<{ data: string; isBinary: boolean }> {
  const body = await request.readBody();
  if (body.length > LARGEST) throw tooLong();
  return { data: body.toString('base64'), isBinary: !isUtf8(body) };
}

/**
 * What ended a call, in this API's own words: a body in chunks, which did not say how long it is, is cut off at what
 * any API may be sent, and that while its signature is checked.
 */
export function inOwnWords(error: unknown): unknown {
  return error instanceof GatewayError && error.responseType === 'REQUEST_TOO_LARGE' ? tooLong() : error;
}

function tooLong(): GatewayError {
  return new GatewayError(
    'REQUEST_TOO_LARGE',
    `A message over ${LARGEST} bytes`,
    JSON.stringify({ message: tooLongMessage }),
    undefined,
    'PayloadTooLargeException',
  );
}
