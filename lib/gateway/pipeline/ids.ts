import { randomFillSync, randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The call's request id: the caller's x-amzn-RequestId when it is a UUID, else a new one
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html).
 */
export function requestIdFor(sent: string | undefined): string {
  return sent !== undefined && UUID.test(sent) ? sent : randomUUID();
}

/** AWS's extended request id: 11 random bytes in base64, e.g. `DdGmLGQ5IAMFVpg=`. Callers cannot choose it. */
export function newExtendedRequestId(): string {
  return randomBytes(11).toString('base64');
}

/** Drawing random bytes in one go is several times cheaper than a system call for each id. */
const pool = Buffer.alloc(8_192);
let used = pool.length;

export function randomBytes(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
}
