import type { IntegrationAnswer } from '../integrations/Integration';
import { droppedFromBackend, remapProxied } from '../mapping/headerTables';
import type { Call } from '../pipeline/Call';
import { pairsForTrace } from '../telemetry/redact';
import type { Reply } from '../transport/Request';

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
  return { status, headers, body };
}

/** RFC 9110 7.6.1: what Connection names ends at this hop. */
function connectionNames(headers: IntegrationAnswer['headers']): string[] {
  const connection = headers.filter(([name]) => name.toLowerCase() === 'connection');
  return connection.flatMap(([, value]) => value.toLowerCase().split(/[\s,]+/));
}
