import { type Readable, Transform } from 'node:stream';

/**
 * Hands a body on as it comes and keeps a copy while it is no larger than `limit`.
 * @param whole called with all of it before its end is handed on; not when it is larger or breaks off
 */
export function collectBody(
  body: Readable,
  limit: number,
  whole: (copy: Buffer) => void | Promise<void>,
): Readable {
  let chunks: Buffer[] | undefined = [];
  let size = 0;
  const collecting = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length;
      if (size > limit) chunks = undefined;
      chunks?.push(chunk);
      done(null, chunk);
    },
    flush: (done) => {
      if (!chunks) return done();
      Promise.resolve(whole(Buffer.concat(chunks))).then(() => done(), done);
    },
  });
  body.on('error', (error) => collecting.destroy(error));
  collecting.on('close', () => body.destroy());
  return body.pipe(collecting);
}
