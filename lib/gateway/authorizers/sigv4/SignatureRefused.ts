import { GatewayError } from '../../GatewayError';

/** Why a signature is not taken, with AWS's type and text (reference sections 2 and 14). */
export function missingSignature(): GatewayError {
  return new GatewayError('MISSING_AUTHENTICATION_TOKEN', 'The request is not signed');
}

export function incompleteSignature(message: string): GatewayError {
  return new GatewayError('INVALID_SIGNATURE', message, message, undefined, 'IncompleteSignatureException');
}

/** The same for a key that does not exist, is inactive or was deleted: nobody learns which keys there are. */
export function unknownKey(): GatewayError {
  return new GatewayError(
    'INVALID_SIGNATURE',
    'The access key is not known',
    'The security token included in the request is invalid.',
    undefined,
    'UnrecognizedClientException',
  );
}

/** Temporary credentials that have ended. */
export function expiredToken(): GatewayError {
  return new GatewayError('EXPIRED_TOKEN', 'The session token has expired');
}

/** @param reason for the log alone: what differed must not be told to who guesses */
export function invalidSignature(reason: string): GatewayError {
  return new GatewayError('INVALID_SIGNATURE', reason);
}

/** AWS tells both times. */
export function expiredSignature(message: string): GatewayError {
  return new GatewayError('INVALID_SIGNATURE', message, message);
}
