import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

export interface StreamProgress {
  /** the first byte, or how the stream ended without one */
  first: Promise<'bytes' | 'empty' | 'failed'>;
  /** resolves when nothing more comes, however it ended */
  last: Promise<void>;
  /** the failure as the runtime told it in its trailers */
  error(): Buffer;
}

/** What a function streams, as it comes; it breaks off when the function does. */
export function streamedBody(request: IncomingMessage): { body: Readable; done: StreamProgress } {
  const body = new PassThrough();
  body.on('error', () => {});
  const error = () =>
    Buffer.from(String(request.trailers['lambda-runtime-function-error-body'] ?? ''), 'base64');
  const first = new Promise<'bytes' | 'empty' | 'failed'>((resolve) => {
    request.once('data', () => resolve('bytes'));
    request.once('end', () => resolve(error().length > 0 ? 'failed' : 'empty'));
  });
  const last = new Promise<void>((resolve) => {
    request.once('end', () => {
      if (error().length > 0) body.destroy(new Error('The function failed'));
      else body.end();
      resolve();
    });
    request.once('close', () => {
      if (!request.complete) body.destroy(new Error('The function ended'));
      resolve();
    });
  });
  request.pipe(body, { end: false });
  // A caller that is gone must not hold the function up.
  body.once('close', () => request.unpipe(body).resume());
  return { body, done: { first, last, error } };
}
