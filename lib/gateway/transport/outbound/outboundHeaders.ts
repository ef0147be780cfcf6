import type { BackendCall } from '../BackendCall';

/** Framing and connection headers are written by the client library for this hop; never copied. */
const OURS = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** @returns name, value, name, value; values that do not fit Latin-1 as the bytes of their UTF-8 form */
export function outboundHeaders(call: BackendCall): string[] {
  const flat: string[] = [];
  for (const [name, value] of call.headers) {
    if (OURS.has(name.toLowerCase())) continue;
    flat.push(name, /[^\0-\xff]/.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value);
  }
  return flat;
}
