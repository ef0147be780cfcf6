import type { IntegrationAnswer } from '../../integrations/Integration';
import { parseJson } from '../../mapping/parseJson';
import { HttpError } from '../HttpError';

type Headers = [name: string, value: string][];

const JSON_HEADERS: Headers = [['content-type', 'application/json']];
/** Where a function says a status and no type (from memory). */
const TEXT: [string, string] = ['content-type', 'text/plain;charset=UTF-8'];
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const BAD_VALUE = /[\x00-\x08\x0a-\x1f\x7f]/;

/**
 * Reads a function's answer, format 2.0: with a statusCode it is the answer's parts, else it is the body itself
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 * @throws HttpError 500 for what is no answer
 */
export function functionAnswer2(payload: Buffer): IntegrationAnswer {
  const output = parsed(payload);
  if (typeof output === 'string')
    return { status: 200, headers: [...JSON_HEADERS], body: Buffer.from(output) };
  if (!isRecord(output) || output.statusCode === undefined)
    return { status: 200, headers: [...JSON_HEADERS], body: payload };
  const { body = '', isBase64Encoded = false } = output;
  if (body !== null && typeof body !== 'string') throw malformed('the body is no text');
  if (typeof isBase64Encoded !== 'boolean') throw malformed('isBase64Encoded is neither true nor false');
  const headers = [...headersOf(output.headers), ...cookiesOf(output.cookies)];
  if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) headers.push(TEXT);
  return {
    status: statusOf(output.statusCode),
    headers,
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}

function parsed(payload: Buffer): unknown {
  try {
    return parseJson(payload.toString());
  } catch {
    throw malformed('not JSON');
  }
}

function statusOf(value: unknown): number {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw malformed(`statusCode ${JSON.stringify(value)}`);
  return status;
}

function headersOf(value: unknown): Headers {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) throw malformed('headers is no object');
  return Object.entries(value).flatMap(([name, one]): Headers => (one === null ? [] : [header(name, one)]));
}

function cookiesOf(value: unknown): Headers {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw malformed('cookies is no list');
  return value.map((one: unknown) => header('set-cookie', one));
}

/** What would end the header's line or break the answer's framing is no value. */
function header(name: string, value: unknown): [string, string] {
  if (!['string', 'number', 'boolean'].includes(typeof value)) throw malformed(`header ${name} is no text`);
  const text = String(value);
  if (!NAME.test(name) || BAD_VALUE.test(text)) throw malformed(`header ${JSON.stringify(name)}`);
  return [name, text];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformed(reason: string): HttpError {
  return new HttpError('DEFAULT_5XX', `Malformed Lambda response: ${reason}`, 500);
}
