import type { Request } from '../../transport/Request';
import { authorizationFault, readAuthorization } from './authorizationHeader';
import { incompleteSignature, missingSignature } from './SignatureRefused';

/** What a caller says about its signature. */
export interface Signature {
  accessKeyId: string;
  /** `20260101` */
  date: string;
  region: string;
  service: string;
  /** lower case, in order */
  signedHeaders: string[];
  /** 64 hex digits */
  signature: string;
  /** `20260101T000000Z` */
  time: string;
  /** presigned: seconds that it is good for */
  expires: number | undefined;
  sessionToken: string | undefined;
  /** true: in the query, whose X-Amz-Signature is no part of what is signed */
  presigned: boolean;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/**
 * Reads a signature from the Authorization header or the query
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html).
 * @param query name -> values, decoded
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE
 */
export function readSignature(
  request: Pick<Request, 'header'>,
  query: ReadonlyMap<string, readonly string[]>,
): Signature {
  const authorization = request.header('authorization');
  if (query.has('X-Amz-Signature')) {
    if (authorization !== undefined)
      throw incompleteSignature('Only one way of signing is allowed at a time');
    return fromQuery(query);
  }
  if (authorization === undefined) throw missingSignature();
  return fromHeader(authorization, request);
}

function fromHeader(authorization: string, request: Pick<Request, 'header'>): Signature {
  const time = request.header('x-amz-date') ?? request.header('date');
  const fault = authorizationFault(authorization, time !== undefined);
  if (fault !== undefined || time === undefined) throw incompleteSignature(fault ?? 'No date');
  const fields = headerFields(authorization);
  return {
    ...credentialScope(fields.get('Credential') ?? ''),
    signedHeaders: (fields.get('SignedHeaders') ?? '').split(';'),
    signature: fields.get('Signature') ?? '',
    time,
    expires: undefined,
    sessionToken: request.header('x-amz-security-token'),
    presigned: false,
  };
}

/** Of a header that lacks nothing. */
function headerFields(authorization: string): Map<string, string> {
  const { scheme, pairs = [] } = readAuthorization(authorization);
  if (scheme !== ALGORITHM) throw incompleteSignature(`Unsupported AWS 'algorithm': '${printable(scheme)}'.`);
  const fields = new Map(pairs);
  if (fields.size < pairs.length) throw incompleteSignature('Authorization header names a parameter twice.');
  return fields;
}

function fromQuery(query: ReadonlyMap<string, readonly string[]>): Signature {
  const needed = (name: string): string => {
    const values = query.get(name) ?? [];
    const [value] = values;
    if (value === undefined || values.length > 1)
      throw incompleteSignature(`AWS query-string parameters must include '${name}', once.`);
    return value;
  };
  if (needed('X-Amz-Algorithm') !== ALGORITHM)
    throw incompleteSignature(`X-Amz-Algorithm must be ${ALGORITHM}.`);
  const expires = Number(needed('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 1 || expires > 604_800)
    throw incompleteSignature('X-Amz-Expires must be 1 to 604800 seconds.');
  return {
    ...credentialScope(needed('X-Amz-Credential')),
    signedHeaders: needed('X-Amz-SignedHeaders').split(';'),
    signature: needed('X-Amz-Signature'),
    time: needed('X-Amz-Date'),
    expires,
    sessionToken: query.get('X-Amz-Security-Token')?.[0],
    presigned: true,
  };
}

/** `AKID/20260101/us-east-1/execute-api/aws4_request` */
function credentialScope(credential: string): Pick<Signature, 'accessKeyId' | 'date' | 'region' | 'service'> {
  const [accessKeyId = '', date = '', region = '', service = '', end, ...more] = credential.split('/');
  if (accessKeyId === '' || end !== 'aws4_request' || more.length > 0)
    throw incompleteSignature(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${printable(credential)}'`,
    );
  return { accessKeyId, date, region, service };
}

/** What a caller sent, as far as it goes back into an answer. */
function printable(text: string): string {
  return text.slice(0, 200).replace(/[^\x20-\x7e]/g, '?');
}
