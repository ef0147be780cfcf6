import type { Readable } from 'node:stream';
import { GatewayError } from '../GatewayError';

/** AWS's payload limit, both ways. */
export const PAYLOAD_LIMIT = 10_485_760;

/**
 * Reads a backend's body whole. Its failures (reset, too slow) reject as the transport raised them.
 * @throws GatewayError INTEGRATION_FAILURE above 10 MB; the rest of the body is not read
 */
export async function readWhole(body: Readable | Buffer): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
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
