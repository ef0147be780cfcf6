import { type Refusal, refusal } from '../Refusal';

export interface Target {
  /** raw, begins with `/` */
  path: string;
  /** raw, without `?` */
  query: string;
}

/** RFC 3986 characters plus `[ ]`, which browsers send bare; what it leaves out, URL parsers rewrite. */
const PATH = /^\/[\w\-.~!$&'()*+,;=:@/%[\]]*$/;
/** AWS wants `| { }` encoded; the rest is refused because parsers differ on it. */
const QUERY = /^[\w\-.~!$&'()*+,;=:@/%[\]?^`]*$/;
const BAD_PERCENT = /%(?![0-9a-fA-F]{2})/;
/** A segment of one or two dots; `;x` after it is a path parameter (RFC 3986 3.3) that some servers cut off. */
const DOT_SEGMENT = /(?:^|[/\\])\s*\.{1,2}\s*(?=[/\\;]|$)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\x00-\x1f\x7f]/;

/**
 * Reads a request target. Dot segments are refused and not resolved, so that router, authorizer and backend
 * see one path (reliability.md 4.3, B5).
 * @param host the Host header in lower case, '' when absent
 */
export function checkTarget(target: string, host: string, maxLength: number): Target | Refusal {
  if (target.length > maxLength) return refusal(414, `the request target is longer than ${maxLength}`);
  const origin = originForm(target, host);
  if (typeof origin !== 'string') return origin;
  const mark = origin.indexOf('?');
  const path = mark < 0 ? origin : origin.slice(0, mark);
  const query = mark < 0 ? '' : origin.slice(mark + 1);
  return checkPath(path) ?? checkQuery(query) ?? { path, query };
}

/**
 * RFC 9112 3.2.2: a server must accept absolute-form. It is accepted where its authority is the Host header's;
 * where they differ, one hop may have read the one and the next hop the other.
 */
function originForm(target: string, host: string): string | Refusal {
  if (target.startsWith('/')) return target;
  const absolute = /^https?:\/\/([^/?#\\]*)(.*)$/is.exec(target);
  if (!absolute) return refusal(400, 'the request target must begin with a slash');
  const [, authority = '', rest = ''] = absolute;
  if (authority === '' || authority.toLowerCase() !== host) {
    return refusal(400, 'the request target and the Host header name different hosts');
  }
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function checkPath(path: string): Refusal | undefined {
  if (!PATH.test(path)) return refusal(400, 'the path holds a character that must be percent-encoded');
  if (hasDotSegment(path)) return refusal(400, 'the path holds a dot segment');
  if (!path.includes('%')) return undefined;
  return checkEscapes(path, 'path', CONTROL);
}

function checkQuery(query: string): Refusal | undefined {
  if (!QUERY.test(query)) return refusal(400, 'the query holds a character that must be percent-encoded');
  if (!query.includes('%')) return undefined;
  return checkEscapes(query, 'query', /\0/);
}

/** Bad escapes and bytes that are not UTF-8 (overlong forms among them) have no single reading. */
function checkEscapes(text: string, part: string, forbidden: RegExp): Refusal | undefined {
  if (BAD_PERCENT.test(text)) return refusal(400, `the ${part} holds a bad percent-encoding`);
  const decoded = decode(text);
  if (decoded === undefined) return refusal(400, `the ${part} holds bytes that are not UTF-8`);
  if (forbidden.test(decoded)) return refusal(400, `the ${part} holds an encoded control character`);
  return undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether any server could read `.` or `..` as a segment: bare, percent-encoded once or more, after an encoded
 * slash or backslash, before `;`, or as a wide form that normalises to dots.
 */
export function hasDotSegment(path: string): boolean {
  if (DOT_SEGMENT.test(path)) return true;
  let seen = path;
  for (let round = 0; round < 3 && seen.includes('%'); round += 1) {
    seen = looseDecode(seen);
    if (DOT_SEGMENT.test(seen) || DOT_SEGMENT.test(seen.normalize('NFKC'))) return true;
  }
  return false;
}

/** Decodes what can be decoded; overlong and broken sequences stay (checkEscapes refuses those). */
function looseDecode(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => decode(run) ?? asciiDecode(run));
}

function asciiDecode(run: string): string {
  return run.replace(/%[0-7][0-9a-fA-F]/g, (one) => String.fromCharCode(Number.parseInt(one.slice(1), 16)));
}
