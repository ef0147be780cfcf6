import { ControlError } from '@/lib/model/ControlError';

/** SQLSTATE classes and socket errors of a database that cannot be reached or is shutting down. */
const unreachable = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const concurrent = new Set(['40001', '40P01', '23505', '23503']);
/** Text that it cannot hold: U+0000, or half of a surrogate pair in JSON. */
const unholdable = new Set(['22021', '22P05', '22P02']);

/** AWS's refusal of an edit that another one overtook. */
export const overtaken = () =>
  new ControlError(
    'ConflictException',
    'Unable to complete operation due to concurrent modification. Please try again later.',
  );

/**
 * The database's refusal in AWS's words: work that another write overtook is a ConflictException, a database
 * that does not answer a ServiceUnavailableException, characters that it cannot hold a BadRequestException.
 * Everything else is returned as it came.
 */
export function databaseRefusal(error: unknown): unknown {
  const code = errorCode(error);
  if (code && concurrent.has(code)) return overtaken();
  if (code && unholdable.has(code))
    return new ControlError('BadRequestException', 'Invalid characters specified');
  if ((code && unreachable.test(code)) || isConnectTimeout(error))
    return new ControlError('ServiceUnavailableException', 'The database does not answer. Try again later.');
  return error;
}

function errorCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return undefined;
}

/** pg gives its time-outs no code: the pool's when no connection came free, the client's when the server is silent. */
function isConnectTimeout(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if (/^(timeout exceeded when trying to connect|timeout expired|Connection terminated)/.test(at.message))
      return true;
  return false;
}
