import { signatureRefusal, verifySignature } from '@gatehouse/gateway/identity';
import { AwsError } from './AwsError';
import type { AwsRequest } from './AwsRequest';
import { accountItself, type Caller } from './Caller';
import type { DoorOptions } from './DoorOptions';
import { refuseForeignPage } from './refuseForeignPage';

/**
 * Who signed the call, with a key of the control plane's users.
 * @throws AwsError in AWS's words
 */
export async function authenticate(request: AwsRequest, service: string, door: DoorOptions): Promise<Caller> {
  if (door.open) {
    refuseForeignPage(request);
    return accountItself(door.accountId);
  }
  const key = await verifySignature(request, {
    service,
    now: door.now(),
    find: (accessKeyId, sessionToken) => door.credentials.find(accessKeyId, sessionToken),
  }).catch((error: unknown) => Promise.reject(inAwsWords(error)));
  await door.credentials.used(key);
  const { arn, roleArn, tokenIssuedAt, userId, userName, policies } = key;
  return { arn, roleArn, tokenIssuedAt, accountId: door.accountId, userId, userName, policies };
}

function inAwsWords(error: unknown): unknown {
  const refusal = signatureRefusal(error);
  return refusal ? new AwsError(refusal.errorType, refusal.message, 403) : error;
}
