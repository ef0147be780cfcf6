import { headersTooLarge, type Refusal, refusal } from '../Refusal';

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What the gate must know of a head's headers; undefined where the header is absent. */
export interface HeaderFacts {
  headers: HeaderList;
  /** in lower case, one for each of `headers` */
  names: readonly string[];
  host: string | undefined;
  contentLength: string | undefined;
  transferEncoding: string | undefined;
  expect: string | undefined;
}

/** AWS's set for names in mappings; a token (RFC 9110 5.6.2) may hold more, which nobody sends in good faith. */
const NAME = /^[A-Za-z0-9._$-]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const BAD_VALUE = /[\x00-\x08\x0a-\x1f\x7f]/;
const SINGLE = {
  host: 'host',
  'content-length': 'contentLength',
  'transfer-encoding': 'transferEncoding',
  expect: 'expect',
} as const;

type SingleName = keyof typeof SINGLE;

/** Reads `IncomingMessage.rawHeaders` once: sizes, characters, and the headers that may come only once. */
export function checkHeaders(rawHeaders: readonly string[], maxBytes: number): HeaderFacts | Refusal {
  const headers: [string, string][] = [];
  const names: string[] = [];
  const facts: HeaderFacts = {
    headers,
    names,
    host: undefined,
    contentLength: undefined,
    transferEncoding: undefined,
    expect: undefined,
  };
  let bytes = 0;
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    const value = rawHeaders[i + 1] ?? '';
    bytes += name.length + value.length + 4;
    const key = name.toLowerCase();
    const refused = checkCharacters(name, value) ?? noteSingle(facts, key, value);
    if (refused) return refused;
    headers.push([name, value]);
    names.push(key);
  }
  return bytes > maxBytes ? headersTooLarge(maxBytes) : facts;
}

function checkCharacters(name: string, value: string): Refusal | undefined {
  if (!NAME.test(name)) return refusal(400, 'a header name holds a character that is not allowed');
  if (BAD_VALUE.test(value)) return refusal(400, 'a header value holds a control character');
  return undefined;
}

function noteSingle(facts: HeaderFacts, name: string, value: string): Refusal | undefined {
  if (isSingle(name)) {
    const key = SINGLE[name];
    if (facts[key] !== undefined) return refusal(400, `more than one ${name} header`);
    facts[key] = value;
    return undefined;
  }
  // CGI-like backends read `Content_Length` as `Content-Length`.
  if (name.includes('_') && isSingle(name.replaceAll('_', '-'))) {
    return refusal(400, 'a framing header is spelt with an underscore');
  }
  return undefined;
}

function isSingle(name: string): name is SingleName {
  return Object.hasOwn(SINGLE, name);
}
