import type { Authorization, Authorized } from '../authorizers/Authorized';
import { authorizeIam } from '../authorizers/iam/authorizeIam';
import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import { gatewayResponses } from '../responses/gatewayResponses';
import type { SocketCall } from './SocketCall';

/**
 * Asks once, for the whole life of the connection: what policies say of other routes has no effect later.
 * @throws GatewayError see Authorization
 */
export async function authorizeConnect(
  call: SocketCall,
  authorization: Authorization,
  exchange: Exchange,
): Promise<Authorized> {
  const { region, accountId } = call.serving.account;
  const { apiId, stageName } = call.connection;
  const methodArn = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stageName}/$connect`;
  const { clock } = call.ports;
  const startedAt = clock.monotonic();
  const note = (status: number, error?: { responseType: string; message: string }) => {
    const latency = Math.round(clock.monotonic() - startedAt);
    const isIam = authorization === authorizeIam;
    call.report.authorization = { isIam, status, latency, ...(error && { error }) };
  };
  try {
    exchange.authorized = await authorization({ call, exchange, methodArn, resourcePolicy: undefined });
    note(200);
    return exchange.authorized;
  } catch (error) {
    if (error instanceof GatewayError) {
      const { responseType, reason: message } = error;
      note(gatewayResponses[responseType].status, { responseType, message });
    }
    throw error;
  }
}
