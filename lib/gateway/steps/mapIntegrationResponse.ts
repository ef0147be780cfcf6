import { GatewayError } from '../GatewayError';
import type { IntegrationResponse } from '../integrations/compileIntegrationResponses';
import type { IntegrationAnswer } from '../integrations/Integration';
import { isToken } from '../mapping/compileRequestParameters';
import { textOf } from '../mapping/contentHandling';
import type { Exchange } from '../mapping/Exchange';
import { headerValue } from '../mapping/headerValue';
import { responseInput } from '../mapping/mappingInputs';
import { renderTemplate } from '../mapping/renderTemplate';
import type { Call } from '../pipeline/Call';
import { pairsForTrace } from '../telemetry/redact';
import type { Reply } from '../transport/Request';
import type { Overrides } from '../vtl/index';

type Headers = [name: string, value: string][];

/**
 * Makes the caller's answer from the backend's: mapped headers, template or the body unchanged, overrides.
 * @param earlier overrides that the request template set
 * @throws GatewayError API_CONFIGURATION_ERROR
 */
export function mapIntegrationResponse(
  { trace }: Call,
  response: IntegrationResponse,
  answer: IntegrationAnswer,
  exchange: Exchange,
  earlier: Overrides | undefined,
): Reply {
  if (!Buffer.isBuffer(answer.body)) throw new Error('a mapped answer is read whole');
  const accept = exchange.facts.request.header('accept');
  const payload = response.convert(answer.body, { contentType: contentTypeOf(answer), accept });
  const template = response.templates(accept);
  const readsText = response.headers.some(({ expression }) => expression.needsBody);
  const headers = mappedHeaders(response, exchange, answer, readsText ? payload.bytes.toString() : '');
  const output = template && renderTemplate(template, exchange, textOf(payload), earlier);
  const overrides = (output?.overrides ?? earlier)?.responseOverride;
  const reply: Reply = {
    status: finalStatus(overrides?.status) ?? response.statusCode,
    headers: overridden(headers, overrides?.header ?? {}, response),
    body: output?.text ?? payload.bytes,
  };
  trace?.add('mapIntegrationResponse', 'Method response', {
    status: reply.status,
    headers: pairsForTrace(reply.headers),
    body: trace.text(output?.text ?? payload.bytes),
  });
  return reply;
}

function contentTypeOf({ headers }: IntegrationAnswer): string | undefined {
  return headers.findLast(([name]) => name.toLowerCase() === 'content-type')?.[1];
}

/** A 1xx status does not end an HTTP answer, so it cannot be one. */
function finalStatus(status: number | undefined): number | undefined {
  return status !== undefined && status >= 200 ? status : undefined;
}

function mappedHeaders(
  { headers }: IntegrationResponse,
  exchange: Exchange,
  answer: IntegrationAnswer,
  text: string,
): Headers {
  const result: Headers = [];
  if (headers.length === 0) return result;
  const input = responseInput(exchange, answer.headers, text);
  for (const { name, expression } of headers)
    for (const value of expression.read(input)) result.push([name, safe(name, value)]);
  return result;
}

/** Headers of `$context.responseOverride` win over mapped ones. */
function overridden(
  headers: Headers,
  overrides: Record<string, string | string[]>,
  { remap }: IntegrationResponse,
): Headers {
  const entries = Object.entries(overrides).map(([name, values]) => [remap(name), values] as const);
  const gone = new Set(entries.map(([name]) => name.toLowerCase()));
  const result = headers.filter(([name]) => !gone.has(name.toLowerCase()));
  for (const [name, values] of entries)
    for (const value of [values].flat()) result.push([name, safe(name, value)]);
  return result;
}

function safe(name: string, value: string): string {
  if (!isToken(name))
    throw new GatewayError('API_CONFIGURATION_ERROR', `${JSON.stringify(name)} is no name of a header`);
  const text = headerValue(value);
  if (text === undefined)
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `The value mapped to header ${name} holds a control character`,
    );
  return text;
}
