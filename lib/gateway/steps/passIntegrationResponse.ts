import type { IntegrationAnswer } from '../integrations/Integration';
import { droppedFromBackend, remapProxied } from '../mapping/headerTables';
import type { Call } from '../pipeline/Call';
import { pairsForTrace } from '../telemetry/redact';
import type { Reply } from '../transport/Request';

const NONE: readonly string[] = [];

/**
 * Hands a proxied backend's answer on, streamed. Content-Length goes on besides its remapped twin: the
 * transport frames the body with it, so that a caller can tell an answer that was cut off.
 */
export function passIntegrationResponse(
  { trace }: Call,
  { status, headers: sent, body }: IntegrationAnswer,
): Reply {
  const headers: [string, string][] = [];
  const named = connectionNames(sent);
  for (const [name, value] of sent) {
    const key = name.toLowerCase();
    if (droppedFromBackend.has(key) || named.includes(key)) continue;
    headers.push([remapProxied(name), value]);
    if (key === 'content-length') headers.push([name, value]);
  }
  trace?.add('passIntegrationResponse', 'Method response', { status, headers: pairsForTrace(headers) });
  if (Buffer.isBuffer(body))
    trace?.add('passIntegrationResponse', 'Method response body', { body: body.toString() });
  return { status, headers, body };
}

/** RFC 9110 7.6.1: what Connection names ends at this hop. */
function connectionNames(headers: IntegrationAnswer['headers']): readonly string[] {
  let named: readonly string[] = NONE;
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'connection') named = [...named, ...value.toLowerCase().split(/[\s,]+/)];
  }
  return named;
}
