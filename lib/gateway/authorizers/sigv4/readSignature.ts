import type { Request } from '../../transport/Request';
import { authorizationFault, readAuthorization } from './authorizationHeader';
import { incompleteSignature, missingSignature } from './SignatureRefused';

/** What a caller says about its signature. */
export interface Signature {
  algorithm: Algorithm;
  accessKeyId: string;
  /** `20260101` */
  date: string;
  /** '' of an asymmetric one, which names its regions in X-Amz-Region-Set */
  region: string;
  service: string;
  /** lower case, in order */
  signedHeaders: string[];
  /** hex: 64 digits, or of an asymmetric one as many as its DER has */
  signature: string;
  /** `20260101T000000Z` */
  time: string;
  /** presigned: seconds that it is good for */
  expires: number | undefined;
  sessionToken: string | undefined;
  /** true: in the query, whose X-Amz-Signature is no part of what is signed */
  presigned: boolean;
}

/** Signature Version 4, and 4A with its asymmetric keys. */
export type Algorithm = 'AWS4-HMAC-SHA256' | 'AWS4-ECDSA-P256-SHA256';

/**
 * Reads a signature from the Authorization header or the query
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html).
 * @param query name -> values, decoded
 * @param algorithms that are taken
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE
 */
export function readSignature(
  request: Pick<Request, 'header'>,
  query: ReadonlyMap<string, readonly string[]>,
  algorithms: readonly Algorithm[] = ['AWS4-HMAC-SHA256'],
): Signature {
  const authorization = request.header('authorization');
  if (query.has('X-Amz-Signature')) {
    if (authorization !== undefined)
      throw incompleteSignature('Only one way of signing is allowed at a time');
    return fromQuery(query, algorithms);
  }
  if (authorization === undefined) throw missingSignature();
  return fromHeader(authorization, request, algorithms);
}

function fromHeader(
  authorization: string,
  request: Pick<Request, 'header'>,
  algorithms: readonly Algorithm[],
): Signature {
  const time = request.header('x-amz-date') ?? request.header('date');
  const fault = authorizationFault(authorization, time !== undefined);
  if (fault !== undefined || time === undefined) throw incompleteSignature(fault ?? 'No date');
  const { algorithm, fields } = headerFields(authorization, algorithms);
  if (isAsymmetric(algorithm) && request.header('x-amz-region-set') === undefined)
    throw incompleteSignature("Authorization header requires existence of an 'X-Amz-Region-Set' header.");
  return {
    ...credentialScope(fields.get('Credential') ?? '', algorithm),
    signedHeaders: (fields.get('SignedHeaders') ?? '').split(';'),
    signature: fields.get('Signature') ?? '',
    time,
    expires: undefined,
    sessionToken: request.header('x-amz-security-token'),
    presigned: false,
  };
}

/** Of a header that lacks nothing. */
function headerFields(
  authorization: string,
  algorithms: readonly Algorithm[],
): { algorithm: Algorithm; fields: Map<string, string> } {
  const { scheme, pairs = [] } = readAuthorization(authorization);
  const algorithm = algorithms.find((one) => one === scheme);
  if (!algorithm) throw incompleteSignature(`Unsupported AWS 'algorithm': '${printable(scheme)}'.`);
  const fields = new Map(pairs);
  if (fields.size < pairs.length) throw incompleteSignature('Authorization header names a parameter twice.');
  return { algorithm, fields };
}

function fromQuery(
  query: ReadonlyMap<string, readonly string[]>,
  algorithms: readonly Algorithm[],
): Signature {
  const needed = (name: string): string => {
    const values = query.get(name) ?? [];
    const [value] = values;
    if (value === undefined || values.length > 1)
      throw incompleteSignature(`AWS query-string parameters must include '${name}', once.`);
    return value;
  };
  const named = needed('X-Amz-Algorithm');
  const algorithm = algorithms.find((one) => one === named);
  if (!algorithm) throw incompleteSignature(`X-Amz-Algorithm must be ${algorithms.join(' or ')}.`);
  if (isAsymmetric(algorithm)) needed('X-Amz-Region-Set');
  const expires = Number(needed('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 1 || expires > 604_800)
    throw incompleteSignature('X-Amz-Expires must be 1 to 604800 seconds.');
  return {
    ...credentialScope(needed('X-Amz-Credential'), algorithm),
    signedHeaders: needed('X-Amz-SignedHeaders').split(';'),
    signature: needed('X-Amz-Signature'),
    time: needed('X-Amz-Date'),
    expires,
    sessionToken: query.get('X-Amz-Security-Token')?.[0],
    presigned: true,
  };
}

export const isAsymmetric = (algorithm: Algorithm): boolean => algorithm === 'AWS4-ECDSA-P256-SHA256';

type Scope = Pick<Signature, 'algorithm' | 'accessKeyId' | 'date' | 'region' | 'service'>;

/** `AKID/20260101/us-east-1/execute-api/aws4_request`; an asymmetric one has no region. */
function credentialScope(credential: string, algorithm: Algorithm): Scope {
  const parts = credential.split('/');
  const wanted = isAsymmetric(algorithm) ? 4 : 5;
  if (parts.length !== wanted || parts[0] === '' || parts.at(-1) !== 'aws4_request')
    throw incompleteSignature(
      `Credential must have exactly ${wanted} slash-delimited elements, e.g. keyid/date/${wanted === 5 ? 'region/' : ''}service/term, got '${printable(credential)}'`,
    );
  const [accessKeyId = '', date = '', ...rest] = parts;
  const service = rest.at(-2) ?? '';
  return { algorithm, accessKeyId, date, region: wanted === 5 ? (rest[0] ?? '') : '', service };
}

/** What a caller sent, as far as it goes back into an answer. */
function printable(text: string): string {
  return text.slice(0, 200).replace(/[^\x20-\x7e]/g, '?');
}
