import { GatewayError } from '../GatewayError';
import { gatewayResponses } from '../responses/gatewayResponses';
import type { Authorization, AuthorizationCall, Authorized } from './Authorized';
import { authorizeIam } from './iam/authorizeIam';

/** Authorizes, and notes for access logs what came of it and how long it took. @throws GatewayError see Authorization */
export async function noteAuthorization(
  authorization: Authorization,
  asked: AuthorizationCall,
): Promise<Authorized> {
  const { report, ports } = asked.call;
  const { clock } = ports;
  const startedAt = clock.monotonic();
  const note = (status: number, error?: { responseType: string; message: string }) => {
    const latency = Math.round(clock.monotonic() - startedAt);
    const isIam = authorization === authorizeIam;
    report.authorization = { isIam, status, latency, ...(error && { error }) };
  };
  try {
    const authorized = await authorization(asked);
    note(200);
    return authorized;
  } catch (error) {
    if (error instanceof GatewayError) {
      const { responseType, reason: message } = error;
      note(gatewayResponses[responseType].status, { responseType, message });
    }
    throw error;
  }
}
