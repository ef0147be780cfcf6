import { GatewayError } from '../../GatewayError';
import { gatewayResponses } from '../../responses/gatewayResponses';

/** Why a signature was refused: AWS's name of the error, and the text for the caller. */
export interface SignatureRefusal {
  errorType: string;
  message: string;
}

/** What verifySignature threw; undefined for every other error. */
export function signatureRefusal(error: unknown): SignatureRefusal | undefined {
  if (!(error instanceof GatewayError)) return undefined;
  const { responseType, errorType, publicMessage } = error;
  if (
    responseType !== 'INVALID_SIGNATURE' &&
    responseType !== 'MISSING_AUTHENTICATION_TOKEN' &&
    responseType !== 'EXPIRED_TOKEN'
  )
    return undefined;
  const builtIn = gatewayResponses[responseType];
  return { errorType: errorType ?? builtIn.errorType, message: publicMessage ?? builtIn.message };
}
