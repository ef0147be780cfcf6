import { Readable } from 'node:stream';

/** Bytes of a stream that a log may show. */
const SHOWN = 4_096;

/** The same bytes at its reader's pace; their beginning is told as they end or break off. Leaving it ends the stream too. */
export function tapBody(body: Readable, tell: (beginning: Buffer) => void): Readable {
  const kept: Buffer[] = [];
  let length = 0;
  async function* chunks() {
    try {
      for await (const chunk of body) {
        if (length < SHOWN) kept.push(Buffer.from(chunk));
        length += chunk.length;
        yield chunk;
      }
    } finally {
      tell(Buffer.concat(kept));
    }
  }
  // Before anybody reads nobody else listens: what breaks then is told when it is read.
  body.on('error', () => undefined);
  const same = Readable.from(chunks(), { objectMode: false });
  return same.on('close', () => body.destroy());
}
