import type { ExchangeFacts } from '../mapping/Exchange';
import type { AccountDocument } from '../snapshot/types';

/**
 * What AWS calls AWS:SourceArn: as what an API invokes a function, which the function's policy must let in. Who invokes
 * it by a role (`credentials`) has that role's right and sends none.
 * The verb is the call's own, of methods for ANY too (`ANY` in a statement lets nobody in:
 * https://github.com/aws/serverless-application-model/issues/296), and the path is the resource's template.
 * The words before are joined for each call: they are a few dozen letters, and the region is a publication's, not a
 * deployment's.
 */
export function integrationSourceArn(facts: ExchangeFacts): string {
  const { region, accountId, restApiId, stageName, sourcePath } = facts;
  return `arn:aws:execute-api:${region}:${accountId}:${restApiId}/${stageName}/${sourcePath}`;
}

/**
 * Of an authorizer, whichever stage is called
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-lambda-function-create.html).
 */
export function authorizerSourceArn(
  { region, accountId }: Pick<AccountDocument, 'region' | 'accountId'>,
  apiId: string,
  authorizerId: string,
): string {
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/authorizers/${authorizerId}`;
}
