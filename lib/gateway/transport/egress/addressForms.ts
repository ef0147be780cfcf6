import { isIPv4, isIPv6 } from 'node:net';

/** Network prefixes under which an IPv6 address carries an IPv4 address, and the word at which it begins. */
const EMBEDDINGS: { prefix: number[]; at: number }[] = [
  { prefix: [0, 0, 0, 0, 0, 0xffff], at: 6 }, // IPv4-mapped, RFC 4291 2.5.5.2
  { prefix: [0, 0, 0, 0, 0, 0], at: 6 }, // IPv4-compatible, RFC 4291 2.5.5.1
  { prefix: [0, 0, 0, 0, 0xffff, 0], at: 6 }, // IPv4-translated, RFC 2765
  { prefix: [0x64, 0xff9b, 0, 0, 0, 0], at: 6 }, // NAT64, RFC 6052
  { prefix: [0x2002], at: 1 }, // 6to4, RFC 3056
];

/** @returns one spelling for each address; undefined when it is no address (a name) */
export function canonicalAddress(host: string): string | undefined {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  return isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : undefined;
}

/** The address itself and, where IPv6 wraps one, the IPv4 address that packets end up at. */
export function addressForms(canonical: string): string[] {
  if (isIPv4(canonical)) return [canonical];
  const words = ipv6Words(canonical);
  const embedded = EMBEDDINGS.filter(({ prefix }) => prefix.every((word, i) => words[i] === word));
  return [canonical, ...embedded.map(({ at }) => ipv4At(words, at)).filter((ipv4) => !isTiny(ipv4))];
}

/** `::` and `::1` are not IPv4-compatible addresses although they look it. */
function isTiny(ipv4: string): boolean {
  return ipv4.startsWith('0.0.0.');
}

function ipv6Words(canonical: string): number[] {
  const [head = '', tail] = canonical.split('::');
  const left = hexWords(head);
  const right = hexWords(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<number>(zeros).fill(0), ...right];
}

function hexWords(text: string): number[] {
  return text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16));
}

function ipv4At(words: number[], at: number): string {
  const [high = 0, low = 0] = words.slice(at, at + 2);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
