import { Readable } from 'node:stream';
import { BackendFailure } from '../BackendCall';
import { refusalReply } from '../Refusal';
import type { Reply, Sent } from '../Request';
import type { InboundCall, ListenerParts } from './InboundCall';
import { ReplyWriter } from './ReplyWriter';
import { type ReplyHead, replyHead } from './replyHead';

export interface AnswerOptions {
  call: InboundCall;
  parts: ListenerParts;
  sent: Sent;
  /** the connection ends with this answer */
  close: boolean;
}

/** AWS prints its own 500s with a space after the colon (reference/rest-execution.md section 2). */
const INTERNAL_ERROR: Reply = {
  status: 500,
  headers: [['Content-Type', 'application/json']],
  body: '{"message": "Internal server error"}',
};

/** Writes what a call is answered and tells `sent` exactly once, also when the client is gone by then. */
export function answerCall(handled: Reply, options: AnswerOptions): void {
  const { call, sent } = options;
  if (handled.body instanceof Readable) handled.body.on('error', () => undefined);
  if (call.left) {
    discard(handled);
    report(sent, call, handled, { bodyBytes: 0, complete: false });
    return;
  }
  const checkedReply = safeReply(call, handled);
  if (checkedReply.reply !== handled) discard(handled);
  writeReply(checkedReply, options);
}

interface Checked {
  reply: Reply;
  head: ReplyHead;
}

function safeReply(call: InboundCall, handled: Reply): Checked {
  const reply = call.overruled ? refusalReply(call.overruled) : handled;
  const head = replyHead(reply, call.method);
  return head ? { reply, head } : checked(call, INTERNAL_ERROR);
}

function checked(call: InboundCall, reply: Reply): Checked {
  const head = replyHead(reply, call.method);
  if (!head) throw new Error('a reply of our own must be writable');
  return { reply, head };
}

function writeReply({ reply, head }: Checked, options: AnswerOptions): void {
  const { call, parts, sent } = options;
  const { response, message } = call;
  // What is left of the body would otherwise be read as the next request, or cost us its reading.
  const unread = !message.complete;
  const onClose = () => {
    report(sent, call, reply, { bodyBytes: writer.bytes, complete: response.writableFinished });
  };
  const writer = new ReplyWriter({
    response,
    head,
    body: reply.body,
    headAtOnce: reply.headAtOnce === true,
    close: options.close || unread || call.overruled !== undefined,
    stalled: parts.readers,
    end: (chunk) => {
      if (message.complete || call.awaitsContinue) response.end(chunk);
      else endAfterLinger(call, chunk, parts.limits.linger);
    },
    broke: (error) => {
      call.offClosed(onClose);
      writeReply(checked(call, brokenReply(error)), options);
    },
  });
  call.onClosed(onClose);
  writer.write();
}

/** Lets a refused upload run on for a moment: closing at once would reset it before it reads the answer. */
function endAfterLinger({ message, response }: InboundCall, chunk: Buffer | undefined, linger: number) {
  if (chunk === undefined) response.flushHeaders();
  else response.write(chunk);
  const timer = setTimeout(end, linger);
  message.once('close', end);
  message.once('end', end);
  message.resume();
  function end() {
    clearTimeout(timer);
    message.off('close', end).off('end', end);
    response.end();
  }
}

/** AWS's bodies for a backend that fails (reference/rest-execution.md section 2). */
function brokenReply(error: Error): Reply {
  const timedOut = error instanceof BackendFailure && error.reason === 'timeout';
  if (!timedOut) return { ...INTERNAL_ERROR, status: 502 };
  return { ...INTERNAL_ERROR, status: 504, body: '{"message":"Endpoint request timed out"}' };
}

function discard({ body }: Reply): void {
  if (body instanceof Readable) body.destroy();
}

/** A fault of the listener's owner must not end the process from within a socket's event. */
function report(sent: Sent, call: InboundCall, reply: Reply, outcome: Parameters<Sent>[2]): void {
  try {
    sent(call, reply, outcome);
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
