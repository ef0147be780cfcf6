import { restJsonProtocol } from '../protocols/restJsonProtocol';
import type { Operation, OperationCall, Service } from '../Service';
import { account } from './apigateway/account';
import { apiKeys } from './apigateway/apiKeys';
import { authorizers } from './apigateway/authorizers';
import { basePathMappings } from './apigateway/basePathMappings';
import { clientCertificates } from './apigateway/clientCertificates';
import { deployments } from './apigateway/deployments';
import { documentationParts } from './apigateway/documentationParts';
import { documentationVersions } from './apigateway/documentationVersions';
import { domainNameAccessAssociations } from './apigateway/domainNameAccessAssociations';
import { domainNames } from './apigateway/domainNames';
import { gatewayResponses } from './apigateway/gatewayResponses';
import { importApiKeys } from './apigateway/importApiKeys';
import { integrations } from './apigateway/integrations';
import { methods } from './apigateway/methods';
import { models } from './apigateway/models';
import type { Runs } from './apigateway/Runs';
import { requestValidators } from './apigateway/requestValidators';
import { resources } from './apigateway/resources';
import { restApis } from './apigateway/restApis';
import { routes } from './apigateway/routes';
import { sdk } from './apigateway/sdk';
import { stages } from './apigateway/stages';
import { tags } from './apigateway/tags';
import { usage } from './apigateway/usage';
import { usagePlanKeys } from './apigateway/usagePlanKeys';
import { usagePlans } from './apigateway/usagePlans';
import { vpcLinks } from './apigateway/vpcLinks';

const runs: Runs = {
  ...restApis,
  ...resources,
  ...methods,
  ...integrations,
  ...models,
  ...requestValidators,
  ...apiKeys,
  ...importApiKeys,
  ...usage,
  ...usagePlanKeys,
  ...usagePlans,
  ...account,
  ...vpcLinks,
  ...clientCertificates,
  ...tags,
  ...deployments,
  ...stages,
  ...authorizers,
  ...gatewayResponses,
  ...documentationParts,
  ...documentationVersions,
  ...domainNames,
  ...basePathMappings,
  ...domainNameAccessAssociations,
  ...sdk,
};

/**
 * Amazon API Gateway's V1 management API (https://docs.aws.amazon.com/apigateway/latest/api/). Policies are asked for
 * `apigateway:{METHOD}` on the path that is called
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonapigatewaymanagement.html).
 */
export const apigateway: Service = {
  name: 'apigateway',
  protocol: restJsonProtocol({
    routes: routes.map(([operation, method, path, status]) => ({ operation, method, path, status })),
  }),
  operations: new Map(routes.flatMap(([operation, method]) => rowOf(operation, method))),
};

function rowOf(operation: string, method: string): [string, Operation][] {
  const run = runs[operation];
  if (!run) return [];
  const action = `apigateway:${method}` as const;
  return [[operation, { action, resource: resourceOf, run }]];
}

/** Declared, not assigned: the table above is made before a constant here would be. */
function resourceOf({ request, door }: OperationCall): string {
  return `arn:aws:apigateway:${door.region}::${request.path}`;
}
