import { methodArn } from '../../authorizers/methodArn';
import type { HttpExchange } from '../HttpExchange';

/**
 * What policies are asked about: `arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{METHOD}{path}`, the path as
 * REST's (methodArn) but for `$default`, whose path is the call's own.
 */
export function routeArn({ call, target, route, pathParameters }: HttpExchange): string {
  const { region, accountId } = call.serving.account;
  const isDefault = route.path === '$default';
  return methodArn({
    region,
    accountId,
    restApiId: call.api.document.apiId,
    stageName: target.stage.document.stageName,
    httpMethod: call.request.method,
    resourcePath: isDefault ? '/{path}' : route.path,
    pathParameters: isDefault ? { path: target.path.slice(1) } : Object.fromEntries(pathParameters),
  });
}
