import { randomBytes } from './ids';

/** The fields of an X-Amzn-Trace-Id header; names begin with a capital, what has no value is left out. */
export function parseTraceId(header: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 1) continue;
    const name = part.slice(0, equals).trim();
    fields[name.charAt(0).toUpperCase() + name.slice(1)] = part.slice(equals + 1);
  }
  return fields;
}

/**
 * X-Amzn-Trace-Id for the backend: the caller's root is kept, the parent is new (seen on AWS). Not sampled,
 * unless the caller said so.
 * @param time ms since the epoch, part of a new root
 */
export function traceIdFor(sent: string | undefined, time: number): string {
  const { Root, Sampled } = sent === undefined ? {} : parseTraceId(sent);
  const root = Root !== undefined && ROOT.test(Root) ? Root : newRoot(time);
  const parent = randomBytes(8).toString('hex');
  return `Root=${root};Parent=${parent};Sampled=${Sampled === '1' ? '1' : '0'}`;
}

/** Any text could stand in a caller's header; what goes on must not hold a further field. */
const ROOT = /^[\w:.-]{1,128}$/;

function newRoot(time: number): string {
  const seconds = Math.floor(time / 1_000)
    .toString(16)
    .padStart(8, '0');
  return `1-${seconds}-${randomBytes(12).toString('hex')}`;
}
