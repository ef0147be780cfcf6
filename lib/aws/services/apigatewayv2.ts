import { restJsonProtocol } from '../protocols/restJsonProtocol';
import type { Operation, OperationCall, Service } from '../Service';
import type { Runs } from './apigateway/Runs';
import { apiMappings } from './apigatewayv2/apiMappings';
import { apis } from './apigatewayv2/apis';
import { deployments } from './apigatewayv2/deployments';
import { domainNames } from './apigatewayv2/domainNames';
import { errorBody } from './apigatewayv2/errorBody';
import { exportApi } from './apigatewayv2/exportApi';
import { importApi } from './apigatewayv2/importApi';
import { portalProducts } from './apigatewayv2/portalProducts';
import { portals } from './apigatewayv2/portals';
import { productPages } from './apigatewayv2/productPages';
import { productRestEndpointPages } from './apigatewayv2/productRestEndpointPages';
import { routes } from './apigatewayv2/routes';
import { routing } from './apigatewayv2/routing';
import { routingRuleActions, routingRuleResource, routingRules } from './apigatewayv2/routingRules';
import { stages } from './apigatewayv2/stages';
import { tags } from './apigatewayv2/tags';
import { vpcLinks } from './apigatewayv2/vpcLinks';

const runs: Runs = {
  ...apis,
  ...importApi,
  ...exportApi,
  ...routing,
  ...deployments,
  ...stages,
  ...tags,
  ...vpcLinks,
  ...domainNames,
  ...apiMappings,
  ...portals,
  ...portalProducts,
  ...productPages,
  ...productRestEndpointPages,
  ...routingRules,
};

/**
 * Amazon API Gateway's V2 management API, of HTTP APIs and WebSocket APIs
 * (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/). Signed as V1's calls are, below `/v2`; policies are
 * asked for `apigateway:{METHOD}` on the path without that, but for what AWS added later
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagementv2.html).
 */
export const apigatewayv2: Service = {
  name: 'apigateway',
  protocol: restJsonProtocol({
    routes: routes.map(([operation, method, path, status]) => ({ operation, method, path, status })),
    errorBody,
  }),
  operations: new Map(routes.flatMap(([operation, method]) => rowOf(operation, method))),
  // V2's model has no other error for a limit.
  errorCodes: { LimitExceededException: 'TooManyRequestsException' },
};

function rowOf(operation: string, method: string): [string, Operation][] {
  const run = runs[operation];
  if (!run) return [];
  const named = routingRuleActions.get(operation);
  if (named) return [[operation, { action: named, resource: routingRuleResource, run }]];
  return [[operation, { action: `apigateway:${method}`, resource: resourceOf, run }]];
}

/** Declared, not assigned: the table above is made before a constant here would be. */
function resourceOf({ request, door }: OperationCall): string {
  return `arn:aws:apigateway:${door.region}::${request.path.slice('/v2'.length)}`;
}
