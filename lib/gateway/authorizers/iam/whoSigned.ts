import type { Call } from '../../pipeline/Call';
import type { IamKey } from '../IdentityBook';
import type { Algorithm } from '../sigv4/readSignature';
import { expiredToken } from '../sigv4/SignatureRefused';
import { verifySignature } from '../sigv4/verifySignature';

type SignedCall = Pick<Call, 'serving' | 'ports' | 'request' | 'report'>;

/**
 * Who signed a call for execute-api: a user with its own key, or a user or role with temporary credentials. The key is
 * noted for logs and records.
 * @throws GatewayError MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE, EXPIRED_TOKEN
 */
export async function whoSigned(
  call: SignedCall,
  algorithms: readonly Algorithm[] = ['AWS4-HMAC-SHA256'],
): Promise<IamKey> {
  const { serving, ports, request, report } = call;
  const now = ports.clock.now();
  const key = await verifySignature(request, {
    service: 'execute-api',
    now,
    algorithms,
    find: (accessKeyId, token) =>
      token === undefined ? serving.identity.find(accessKeyId) : temporaryKey(call, accessKeyId, token, now),
  });
  report.accessKeyId = key.accessKeyId;
  return key;
}

/** A token belongs to its own access key alone. */
function temporaryKey(
  { serving, ports }: SignedCall,
  accessKeyId: string,
  token: string,
  now: number,
): IamKey | undefined {
  const session = ports.openSession?.(token);
  if (session?.accessKeyId !== accessKeyId) return undefined;
  if (session.expiration <= now) throw expiredToken();
  return serving.identity.ofSession(session);
}
