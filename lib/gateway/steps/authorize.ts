import type { Authorization, Authorized } from '../authorizers/Authorized';
import { authorizeByPolicy } from '../authorizers/authorizeByPolicy';
import { methodArn } from '../authorizers/methodArn';
import { noteAuthorization } from '../authorizers/noteAuthorization';
import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { ServingStage } from '../snapshot/compiled';

/** Bytes of a method ARN that is authorized (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html). */
const LONGEST_ARN = 1_600;

/**
 * Asks a method's authorizer and the API's resource policy.
 * @throws GatewayError REQUEST_URI_TOO_LONG; see Authorization
 */
export async function authorize(
  call: Call,
  { restApiId, stageName, deployment, accessLog }: ServingStage,
  authorization: Authorization,
  exchange: Exchange,
): Promise<Authorized> {
  const { region, accountId } = call.serving.account;
  const { httpMethod, resourcePath, pathParameters } = exchange.facts;
  const parts = { region, accountId, restApiId, stageName, httpMethod, resourcePath, pathParameters };
  const { resourcePolicy } = deployment;
  const arn = methodArn(parts);
  // The path's values alone make it so long: whoever calls can mend it, and no policy is asked.
  if (Buffer.byteLength(arn) > LONGEST_ARN)
    throw new GatewayError('REQUEST_URI_TOO_LONG', `The method's ARN is longer than ${LONGEST_ARN} bytes`);
  const asked = { call, exchange, methodArn: arn, resourcePolicy };
  return accessLog && authorization !== authorizeByPolicy
    ? noteAuthorization(authorization, asked)
    : authorization(asked);
}
