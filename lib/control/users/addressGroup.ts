import { isIPv6 } from 'node:net';

/**
 * The name under which tries from an address are counted: an IPv4 address itself (also written as IPv6), of
 * IPv6 the /64, since one customer commonly holds a whole /64 (RFC 6177).
 */
export function addressGroup(sourceIp: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(sourceIp)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(sourceIp)) return sourceIp;
  const [head = '', tail] = (sourceIp.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const hextets = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${hextets
    .slice(0, 4)
    .map((text) => Number.parseInt(text, 16).toString(16))
    .join(':')}::/64`;
}
