import type { Readable } from 'node:stream';

/**
 * Reads a stream for so long, or until so much has come; the rest is not read.
 * @returns at most `bytes`
 * @throws what the stream broke with
 */
export async function readBeginning(body: Readable | Buffer, bytes: number, millis: number): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body.subarray(0, bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  let over = false;
  const end = () => {
    over = true;
    body.destroy();
  };
  const timer = setTimeout(end, millis);
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= bytes) break;
    }
  } catch (error) {
    if (!over) throw error;
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
