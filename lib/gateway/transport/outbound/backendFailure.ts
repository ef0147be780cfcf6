import { errors } from 'undici';
import { BackendFailure, type BackendFailureReason } from '../BackendCall';
import { EgressRefused } from '../egress/EgressRefused';

/** Codes of undici and Node, by what they mean to a caller; all others: the backend was not reached. */
const BY_CODE: Record<string, BackendFailureReason> = {
  UND_ERR_HEADERS_OVERFLOW: 'garbage',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'garbage',
  UND_ERR_INVALID_ARG: 'bad-url',
  UND_ERR_NOT_SUPPORTED: 'bad-url',
};
/** undici's texts for an answer that nobody asked for (100, 101) */
const NOT_ASKED = new Set(['bad response', 'bad upgrade']);

/** @param error whatever a call to a backend ended with */
export function backendFailure(error: Error): BackendFailure {
  if (error instanceof BackendFailure) return error;
  return new BackendFailure(reasonOf(error), error.message, { cause: error });
}

function reasonOf(error: NodeJS.ErrnoException): BackendFailureReason {
  const { code = '' } = error;
  if (error instanceof EgressRefused) return 'refused-address';
  if (error instanceof errors.HTTPParserError || NOT_ASKED.has(error.message)) return 'garbage';
  return BY_CODE[code] ?? 'unreachable';
}

/** Whether the connection died, as opposed to never having been made or to having spoken nonsense. */
export function isDeadConnection(error: NodeJS.ErrnoException): boolean {
  const { code = '' } = error;
  return (
    code === 'ECONNRESET' || code === 'EPIPE' || (code === 'UND_ERR_SOCKET' && !NOT_ASKED.has(error.message))
  );
}
