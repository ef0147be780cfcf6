import { createHmac, timingSafeEqual, verify } from 'node:crypto';
import { parseQuery } from '../../mapping/parseQuery';
import type { Request } from '../../transport/Request';
import { asymmetricKey } from './asymmetricKey';
import { canonicalRequest, sha256Hex } from './canonicalRequest';
import { type Algorithm, isAsymmetric, readSignature, type Signature } from './readSignature';
import { expiredSignature, incompleteSignature, invalidSignature, unknownKey } from './SignatureRefused';

/** A key as the verifier knows it. */
export interface SigningKey {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What of a request a signature is about. */
export type SignedRequest = Pick<Request, 'method' | 'path' | 'query' | 'headers' | 'header' | 'readBody'>;

export interface VerifyOptions<Key extends SigningKey> {
  service: string;
  /** ms since the epoch */
  now: number;
  /** AWS4-HMAC-SHA256 alone where nothing is said */
  algorithms?: readonly Algorithm[];
  /** @param sessionToken of temporary credentials, as it was sent; a key that needs none is not found by one */
  find(accessKeyId: string, sessionToken: string | undefined): Key | undefined | Promise<Key | undefined>;
}

/** AWS's window on both sides. */
const WINDOW = 5 * 60_000;
/** Words in place of a body's hash; the body is then protected by TLS alone. */
const UNSIGNED = new Set(['UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER']);

/**
 * Who signed a request (Signature Version 4 or 4A, header or query form). A signature of any region is taken: there is
 * one store here (design.md 2). Within the window a request may be sent again, as on AWS.
 * @returns the key that signed
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE
 */
export async function verifySignature<Key extends SigningKey>(
  request: SignedRequest,
  { service, now, algorithms, find }: VerifyOptions<Key>,
): Promise<Key> {
  const signature = readSignature(request, parseQuery(request.query), algorithms);
  checkScope(signature, service);
  checkTime(signature, now);
  checkSignedHeaders(signature, request);
  const key = await find(signature.accessKeyId, signature.sessionToken);
  if (!key) throw unknownKey();
  const payloadHash = await payloadHashOf(request, signature);
  const text = canonicalRequest(request, signature.signedHeaders, payloadHash);
  if (!isSigned(signature, key, text)) throw invalidSignature('The signature does not match');
  return key;
}

function checkScope({ service, date, time }: Signature, wanted: string): void {
  if (service !== wanted)
    throw invalidSignature(`Credential should be scoped to correct service: '${wanted}'.`);
  // The whole day: a key derived from less of it would be good for longer.
  if (basicOf(time).slice(0, 8) !== date)
    throw invalidSignature('Date in Credential scope does not match the time signed');
}

function checkTime({ time, expires }: Signature, now: number): void {
  const signedAt = timeOf(time);
  if (signedAt === undefined)
    throw incompleteSignature(`Date must be in ISO-8601 'basic format'. Got '${time.slice(0, 40)}'.`);
  if (signedAt > now + WINDOW)
    throw expiredSignature(
      `Signature not yet current: ${time} is still later than ${basic(now + WINDOW)} (${basic(now)} + 5 min.)`,
    );
  const end = signedAt + (expires === undefined ? WINDOW : expires * 1000);
  if (end < now) throw expiredSignature(`Signature expired: ${time} is now earlier than ${basic(now)}`);
}

/** Host must be signed, and every header of AWS's own that is there: one added on the way would count. */
function checkSignedHeaders({ signedHeaders }: Signature, { headers }: SignedRequest): void {
  const signed = new Set(signedHeaders);
  if (!signed.has('host'))
    throw incompleteSignature("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  if (
    signedHeaders.some(
      (name, index) => name !== name.toLowerCase() || (signedHeaders[index - 1] ?? '') >= name,
    )
  )
    throw invalidSignature('SignedHeaders are not in lower case and in order');
  for (const [name] of headers) {
    const key = name.toLowerCase();
    if (key.startsWith('x-amz-') && key !== 'x-amz-content-sha256' && !signed.has(key))
      throw invalidSignature(`Header ${key} is not signed`);
  }
}

/** The body's own hash; what X-Amz-Content-Sha256 says must be true. */
async function payloadHashOf(request: SignedRequest, { presigned }: Signature): Promise<string> {
  const said = request.header('x-amz-content-sha256');
  if (said !== undefined && UNSIGNED.has(said)) return said;
  const hash = sha256Hex(await request.readBody());
  if (said !== undefined && said !== hash && !presigned)
    throw invalidSignature('X-Amz-Content-Sha256 is not the hash of the body');
  return hash;
}

function isSigned(signature: Signature, key: SigningKey, canonical: string): boolean {
  const { algorithm, date, region, service, time } = signature;
  const asymmetric = isAsymmetric(algorithm);
  const scope = [date, ...(asymmetric ? [] : [region]), service, 'aws4_request'];
  const text = [algorithm, basicOf(time), scope.join('/'), sha256Hex(canonical)].join('\n');
  if (asymmetric) return isSignedByPair(signature.signature, key, text);
  const signing = scope.reduce<Buffer | string>(hmac, `AWS4${key.secretAccessKey}`);
  return isSame(hmac(signing, text).toString('hex'), signature.signature);
}

function isSignedByPair(signature: string, key: SigningKey, text: string): boolean {
  if (!/^([0-9a-f]{2}){1,72}$/.test(signature)) return false;
  return verify('sha256', Buffer.from(text), asymmetricKey(key), Buffer.from(signature, 'hex'));
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** `20260101T000000Z`, or a Date header. */
function timeOf(time: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const parsed = year ? Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : Date.parse(time);
  return Number.isNaN(parsed) ? undefined : parsed;
}

function basicOf(time: string): string {
  return /^\d{8}T\d{6}Z$/.test(time) ? time : basic(timeOf(time) ?? 0);
}

function basic(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
