import type { Readable } from 'node:stream';
import { GatewayError } from '../GatewayError';
import { BackendFailure } from '../transport/BackendCall';

/** AWS's payload limit, both ways. */
export const PAYLOAD_LIMIT = 10_485_760;
/** AWS's longest integration timeout. */
const LONGEST_TIMEOUT = 29_000;

/**
 * Reads a backend's body whole. Its failures (reset, too slow) reject as the transport raised them.
 * @param timeoutInMillis what is left of the integration's time: until the body is whole the caller has no answer
 * @throws GatewayError INTEGRATION_FAILURE above 10 MB; the rest of the body is not read
 * @throws BackendFailure timeout
 */
export async function readWhole(body: Readable | Buffer, timeoutInMillis = LONGEST_TIMEOUT): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  const tooLate = () => body.destroy(new BackendFailure('timeout', 'the answer was not whole in time'));
  const timer = setTimeout(tooLate, timeoutInMillis);
  return readStream(body).finally(() => clearTimeout(timer));
}

async function readStream(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early destroys the stream, which ends the backend call.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > PAYLOAD_LIMIT)
      throw new GatewayError(
        'API_CONFIGURATION_ERROR',
        `Integration response body over ${PAYLOAD_LIMIT} bytes`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
