import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { RateWatch } from '../RateWatch';
import type { ReplyHead } from './replyHead';

export interface WriteOptions {
  response: ServerResponse;
  head: ReplyHead;
  body: Buffer | string | Readable;
  /** the head of a stream does not wait for its first byte */
  headAtOnce: boolean;
  /** the connection ends with this answer */
  close: boolean;
  /** watches clients that do not read */
  stalled: RateWatch;
  /** ends the answer, perhaps after the rest of the request was let in */
  end(lastChunk: Buffer | undefined): void;
  /** a stream broke before its first byte: nothing was written, another reply can be */
  broke(error: Error): void;
}

/** Larger bodies go out in parts of this size, so that a slow reader's progress can be seen. */
const SLICE = 65_536;

/** Writes one reply. `bytes` counts what was handed over; the response's `close` event tells the end. */
export class ReplyWriter {
  bytes = 0;
  /** the reply is decided: ended, cut or handed back */
  private settled = false;

  constructor(private readonly options: WriteOptions) {}

  write(): void {
    const { body, head } = this.options;
    if (body instanceof Readable) this.writeStream(body);
    else if (!head.hasBody) this.writeBodiless();
    else this.writeWhole(body);
  }

  /** Always as bytes: Node writes a head that travels with a string in that string's encoding. */
  private writeWhole(text: Buffer | string): void {
    const { head } = this.options;
    const body = typeof text === 'string' ? Buffer.from(text) : text;
    head.contentLength = body.length;
    if (body.length > SLICE) {
      this.writeStream(Readable.from(slices(body), { objectMode: false }));
      return;
    }
    this.writeHead();
    this.bytes = body.length;
    this.options.end(body);
  }

  private writeBodiless(): void {
    this.settled = true;
    if (this.options.head.status === 204) this.options.head.contentLength = undefined;
    this.writeHead();
    this.options.end(undefined);
  }

  /**
   * Holds the status line until the first byte or the end (trap 10), so that a stream which breaks at once
   * still gets an honest status. The stream always has an error listener (trap 2) and ends with the client.
   */
  private writeStream(body: Readable): void {
    const { response, head, headAtOnce } = this.options;
    if (headAtOnce && head.hasBody && !response.destroyed) {
      this.writeHead();
      response.flushHeaders();
    }
    response.on('close', () => body.destroy());
    response.on('drain', () => body.resume());
    body.on('error', (error) => this.fail(error));
    body.on('end', () => this.endStream());
    body.on('data', (chunk: Buffer) => this.takeChunk(body, chunk));
    body.on('close', () => this.afterClose(body));
    if (body.destroyed) this.afterClose(body);
    this.watchReader();
  }

  private afterClose(body: Readable): void {
    if (!body.readableEnded) this.fail(body.errored ?? new Error('the body was cut off'));
  }

  private takeChunk(body: Readable, chunk: Buffer): void {
    if (!this.options.head.hasBody) body.destroy();
    else if (!this.writeChunk(chunk)) body.pause();
  }

  /** @returns false when the stream must wait */
  private writeChunk(chunk: Buffer): boolean {
    const { response, head } = this.options;
    if (response.destroyed) return false;
    if (this.bytes + chunk.length > (head.contentLength ?? Number.POSITIVE_INFINITY)) {
      this.fail(new Error('the body is longer than it says'));
      return false;
    }
    if (!response.headersSent) this.writeHead();
    this.bytes += chunk.length;
    return response.write(chunk);
  }

  private endStream(): void {
    const { response, head } = this.options;
    if (response.destroyed || this.settled) return;
    if (!head.hasBody) this.writeBodiless();
    else if (this.bytes < (head.contentLength ?? 0)) this.fail(new Error('the body is shorter than it says'));
    else this.endWhole();
  }

  private endWhole(): void {
    const { response, head } = this.options;
    this.settled = true;
    if (!response.headersSent) {
      head.contentLength = 0;
      this.writeHead();
    }
    this.options.end(undefined);
  }

  /** After the first byte only cutting the connection tells the client that the body is not whole. */
  private fail(error: Error): void {
    const { response, head } = this.options;
    if (response.destroyed || this.settled) return;
    this.settled = true;
    if (!head.hasBody) this.writeBodiless();
    else if (response.headersSent) response.destroy();
    else this.options.broke(error);
  }

  private writeHead(): void {
    const { response, head, close } = this.options;
    const { headers } = head;
    if (head.contentLength !== undefined) headers.push('Content-Length', String(head.contentLength));
    if (close) headers.push('Connection', 'close');
    // Said here, or Node would add a Keep-Alive header, which AWS's answers have not (recorded).
    else if (response.shouldKeepAlive && response.useChunkedEncodingByDefault)
      headers.push('Connection', 'keep-alive');
    response.writeHead(head.status, headers);
  }

  private watchReader(): void {
    const { response, stalled } = this.options;
    const unwatch = stalled.watch({
      moved: () => this.bytes - response.writableLength,
      owes: () => response.writableLength > 0,
      tooSlow: () => response.destroy(),
    });
    response.on('close', unwatch);
  }
}

function* slices(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += SLICE) yield body.subarray(at, at + SLICE);
}
