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
  if (body.length > LARGEST) {
    const reason = `A message over ${LARGEST} bytes`;
    throw new GatewayError(
      'REQUEST_TOO_LARGE',
      reason,
      JSON.stringify({ message: tooLongMessage }),
      undefined,
      'PayloadTooLargeException',
    );
  }
  return { data: body.toString('base64'), isBinary: !isUtf8(body) };
}
