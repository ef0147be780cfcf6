import { crc32 } from 'node:zlib';

/** Total length, length of the headers, and the checksum of both. */
const PRELUDE = 12;
const CHECKSUM = 4;
/** AWS's own most. */
const LARGEST_MESSAGE = 24 * 1024 * 1024;

/** Bytes of values by their type; -1: two bytes say how many. */
const VALUE_BYTES = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16];
const TEXT = 7;

interface Message {
  headers: Map<string, string>;
  payload: Buffer;
}

/**
 * What a function writes, out of InvokeWithResponseStream's answer: messages of `application/vnd.amazon.eventstream`
 * (https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html,
 * https://smithy.io/2.0/aws/amazon-eventstream.html).
 * @throws Error when the function failed on its way, or the stream is none or broke off
 */
export async function* payloadChunks(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const { headers, payload } of messages(stream)) {
    const kind = headers.get(':event-type');
    if (headers.get(':message-type') !== 'event')
      throw new Error(`The function's endpoint broke off: ${headers.get(':exception-type') ?? 'error'}`);
    if (kind === 'PayloadChunk' && payload.length > 0) yield payload;
    if (kind === 'InvokeComplete') return refuseFailure(payload);
  }
  throw new Error("The function's stream ended before it was complete");
}

function refuseFailure(payload: Buffer): void {
  const text = payload.toString() || '{}';
  const { ErrorCode } = JSON.parse(text) as { ErrorCode?: string };
  if (ErrorCode) throw new Error(`The function failed while it answered: ${ErrorCode}`);
}

async function* messages(stream: AsyncIterable<Buffer>): AsyncGenerator<Message> {
  const parts: Buffer[] = [];
  let size = 0;
  let wanted = PRELUDE;
  for await (const chunk of stream) {
    parts.push(chunk);
    size += chunk.length;
    // A long message comes in many pieces: they are put together once.
    if (size < wanted) continue;
    let rest: Buffer = Buffer.concat(parts.splice(0));
    for (wanted = nextLength(rest); rest.length >= wanted; wanted = nextLength(rest)) {
      yield read(rest.subarray(0, wanted));
      rest = rest.subarray(wanted);
    }
    parts.push(rest);
    size = rest.length;
  }
}

/** Bytes of the message that these begin with, or, until they tell, of what tells. */
function nextLength(bytes: Buffer): number {
  if (bytes.length < PRELUDE) return PRELUDE;
  const length = bytes.readUInt32BE(0);
  if (bytes.readUInt32BE(8) !== crc32(bytes.subarray(0, 8)))
    throw new Error('Not a stream of events: a checksum is wrong');
  if (length < PRELUDE + CHECKSUM || length > LARGEST_MESSAGE)
    throw new Error(`Not a stream of events: a message of ${length} bytes`);
  return length;
}

function read(message: Buffer): Message {
  const end = message.length - CHECKSUM;
  if (message.readUInt32BE(end) !== crc32(message.subarray(0, end)))
    throw new Error('Not a stream of events: a checksum is wrong');
  const payloadAt = PRELUDE + message.readUInt32BE(4);
  if (payloadAt > end) throw new Error('Not a stream of events: headers longer than their message');
  return {
    headers: readHeaders(message.subarray(PRELUDE, payloadAt)),
    payload: message.subarray(payloadAt, end),
  };
}

/** Those that are texts. */
function readHeaders(bytes: Buffer): Map<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = at + 1 + bytes.readUInt8(at);
    const type = bytes.readUInt8(nameEnd);
    const fixed = VALUE_BYTES[type];
    if (fixed === undefined) throw new Error('Not a stream of events: a header of no known type');
    const valueAt = nameEnd + 1 + (fixed < 0 ? 2 : 0);
    const valueEnd = valueAt + (fixed < 0 ? bytes.readUInt16BE(nameEnd + 1) : fixed);
    if (type === TEXT)
      headers.set(bytes.toString('utf8', at + 1, nameEnd), bytes.toString('utf8', valueAt, valueEnd));
    at = valueEnd;
  }
  return headers;
}
