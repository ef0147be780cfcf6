import { isIPv6 } from 'node:net';
import { type Refusal, refusal } from '../Refusal';

const NAME_AND_PORT = /^([a-z0-9_](?:[a-z0-9._-]*))(?::(\d{1,5}))?$/;
const IPV6_AND_PORT = /^\[([0-9a-f:.]+)\](?::(\d{1,5}))?$/;

/**
 * @param host the only Host header, if any
 * @returns it in lower case; '' when HTTP/1.0 sent none (RFC 9112 3.2)
 */
export function checkHost(host: string | undefined, httpVersion: string): string | Refusal {
  if (host === undefined) {
    return httpVersion === '1.0' ? '' : refusal(400, 'the Host header is missing');
  }
  const lower = host.toLowerCase();
  return isHost(lower) ? lower : refusal(400, 'the Host header is not a host');
}

function isHost(host: string): boolean {
  const named = NAME_AND_PORT.exec(host);
  if (named) return isPort(named[2]) && !host.includes('..');
  const numbered = IPV6_AND_PORT.exec(host);
  return numbered !== null && isIPv6(numbered[1] ?? '') && isPort(numbered[2]);
}

function isPort(port: string | undefined): boolean {
  return port === undefined || Number(port) <= 65_535;
}
