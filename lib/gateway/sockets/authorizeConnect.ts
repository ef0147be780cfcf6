import type { Authorization, Authorized } from '../authorizers/Authorized';
import { noteAuthorization } from '../authorizers/noteAuthorization';
import type { Exchange } from '../mapping/Exchange';
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
  const asked = { call, exchange, methodArn, resourcePolicy: undefined };
  exchange.authorized = await noteAuthorization(authorization, asked);
  return exchange.authorized;
}
