import type { Authorization, Authorized } from '../authorizers/Authorized';
import { methodArn } from '../authorizers/methodArn';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { ServingStage } from '../snapshot/compiled';

/**
 * Asks a method's authorizer and the API's resource policy.
 * @throws GatewayError see Authorization
 */
export function authorize(
  call: Call,
  { restApiId, stageName, deployment }: ServingStage,
  authorization: Authorization,
  exchange: Exchange,
): Promise<Authorized> {
  const { region, accountId } = call.serving.account;
  const { httpMethod, resourcePath, pathParameters } = exchange.facts;
  const parts = { region, accountId, restApiId, stageName, httpMethod, resourcePath, pathParameters };
  const { resourcePolicy } = deployment;
  return authorization({ call, exchange, methodArn: methodArn(parts), resourcePolicy });
}
