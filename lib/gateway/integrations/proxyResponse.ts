import { GatewayError } from '../GatewayError';
import { type BinaryTypes, fromBase64 } from '../mapping/contentHandling';
import type { IntegrationAnswer } from './Integration';

type Headers = [name: string, value: string][];

const MEMBERS = new Set(['isBase64Encoded', 'statusCode', 'headers', 'multiValueHeaders', 'body']);

/**
 * Reads a function's proxy answer; every rule as recorded on AWS (reference section 11).
 * @param accept the caller's Accept: a body is decoded only for who wants a binary type
 * @throws GatewayError DEFAULT_5XX, 502 `{"message": "Internal server error"}`, for what is no such answer;
 *   API_CONFIGURATION_ERROR for a body that should be base64 and is not
 */
export function readProxyResponse(
  payload: Buffer,
  accept: string | undefined,
  binary: BinaryTypes | undefined,
): IntegrationAnswer {
  const output = parse(payload);
  const unknown = Object.keys(output).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) throw malformed(`unknown member ${unknown}`);
  const { body = '', isBase64Encoded = false } = output;
  if (body !== null && typeof body !== 'string') throw malformed('the body is no text');
  if (typeof isBase64Encoded !== 'boolean') throw malformed('isBase64Encoded is neither true nor false');
  const isBinary = isBase64Encoded && (binary?.(accept) ?? false);
  return {
    status: statusOf(output.statusCode),
    headers: mergedHeaders(singleHeaders(output.headers), multiHeaders(output.multiValueHeaders)),
    body: isBinary ? fromBase64(body ?? '') : Buffer.from(body ?? ''),
  };
}

function parse(payload: Buffer): Record<string, unknown> {
  let output: unknown;
  try {
    output = JSON.parse(payload.toString());
  } catch {
    throw malformed('not JSON');
  }
  if (typeof output !== 'object' || output === null || Array.isArray(output)) throw malformed('no object');
  return output as Record<string, unknown>;
}

/** A number, or its text; absent: 200. A status that ends no HTTP answer is none. */
function statusOf(value: unknown): number {
  if (value === undefined || value === null) return 200;
  const status = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw malformed(`statusCode ${JSON.stringify(value)}`);
  return status;
}

function singleHeaders(value: unknown): Headers {
  return Object.entries(mapOf(value, 'headers')).flatMap(
    ([name, one]): Headers => (one === null ? [] : [[name, textOf(one, name)]]),
  );
}

function multiHeaders(value: unknown): Headers {
  return Object.entries(mapOf(value, 'multiValueHeaders')).flatMap(([name, values]): Headers => {
    if (!Array.isArray(values)) throw malformed(`multiValueHeaders.${name} is no list`);
    return values.map((one: unknown): [string, string] => [name, textOf(one, name)]);
  });
}

/** Multiple values first, then the single one, under the spelling of the multiple ones (seen on AWS). */
function mergedHeaders(single: Headers, multi: Headers): Headers {
  const spelling = new Map(multi.map(([name]) => [name.toLowerCase(), name]));
  return [
    ...multi,
    ...single.map(([name, value]): [string, string] => [spelling.get(name.toLowerCase()) ?? name, value]),
  ];
}

function mapOf(value: unknown, name: string): Record<string, unknown> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw malformed(`${name} is no object`);
  return value as Record<string, unknown>;
}

/** What would end the header's line or break the answer's framing is no value. */
function textOf(value: unknown, name: string): string {
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw malformed(`header ${name} is no text`);
  const text = String(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || /[\x00-\x08\x0a-\x1f\x7f]/.test(text))
    throw malformed(`header ${JSON.stringify(name)} is not one that HTTP knows`);
  return text;
}

function malformed(reason: string): GatewayError {
  return new GatewayError(
    'DEFAULT_5XX',
    `Execution failed due to configuration error: Malformed Lambda proxy response: ${reason}`,
  );
}
