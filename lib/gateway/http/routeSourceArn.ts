import type { HttpExchange } from './HttpExchange';

/**
 * As what a route invokes its function (integrationSourceArn): `{apiId}/{stage}/{METHOD}{path}` with the call's own verb
 * and the route's own path, `{apiId}/{stage}/$default` of the route for what no other takes
 * (https://github.com/aws/serverless-application-model/issues/1860).
 */
export function routeSourceArn({ call, target, route }: HttpExchange): string {
  const { region, accountId } = call.serving.account;
  const { apiId, stageName } = target.stage.document;
  const place = route.path === '$default' ? route.path : `${call.request.method}${route.path}`;
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stageName}/${place}`;
}
