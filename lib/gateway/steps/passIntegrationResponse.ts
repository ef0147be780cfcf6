import type { Readable } from 'node:stream';
import type { IntegrationAnswer } from '../integrations/Integration';
import { droppedFromBackend, remapAlways } from '../mapping/headerTables';
import type { Call } from '../pipeline/Call';
import { noteAnswerBody } from '../telemetry/executionLog/noteAnswerBody';
import { pairsForTrace } from '../telemetry/redact';
import { tapBody } from '../telemetry/tapBody';
import type { Trace } from '../telemetry/trace';
import type { Reply } from '../transport/Request';

const NONE: readonly string[] = [];

/**
 * Hands a proxied backend's answer on as it comes. Content-Length goes on besides its remapped twin: the transport
 * frames the body with it, so that a caller can tell an answer that was cut off.
 *
 * AWS gathers a BUFFERED answer whole before it sends any of it. Here its first byte need not wait for its last; what
 * a caller can tell is the same: more than 10 MB is 500, and no status is sent before the body's first byte. With
 * responseTransferMode STREAM status and headers go at once and the length does not count.
 *
 * AWS drops a backend's Content-Encoding. Here the bytes go on as the backend coded them, so their coding is told:
 * without it no caller could read them. compressReply leaves such an answer alone, as AWS does.
 */
export function passIntegrationResponse(
  { trace, exchange }: Call,
  { status, headers: sent, body }: IntegrationAnswer,
): Reply {
  const headers: [string, string][] = [];
  const named = connectionNames(sent);
  for (const [name, value] of sent) {
    const key = name.toLowerCase();
    if (droppedFromBackend.has(key) || named.includes(key)) continue;
    headers.push([remapAlways(name), value]);
    if (key === 'content-length') headers.push([name, value]);
  }
  trace?.add('passIntegrationResponse', 'Method response', { status, headers: pairsForTrace(headers) });
  return {
    status,
    headers,
    body: trace ? shown(trace, body) : body,
    headAtOnce: exchange?.facts.route.stream === true,
  };
}

/** A stream is told of a log alone: the Test panel reads it whole itself. */
function shown(trace: Trace, body: Buffer | Readable): Buffer | Readable {
  const add = (bytes: Buffer) =>
    trace.add('passIntegrationResponse', 'Method response body', { body: trace.text(bytes) });
  if (!Buffer.isBuffer(body) && trace.log?.dataTrace)
    return tapBody(body, (beginning) => {
      noteAnswerBody(trace, beginning);
      add(beginning);
    });
  if (Buffer.isBuffer(body)) add(body);
  return body;
}

/** RFC 9110 7.6.1: what Connection names ends at this hop. */
function connectionNames(headers: IntegrationAnswer['headers']): readonly string[] {
  let named: readonly string[] = NONE;
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'connection') named = [...named, ...value.toLowerCase().split(/[\s,]+/)];
  }
  return named;
}
