import type {
  ApiAuthorizerDocument,
  ApiDeploymentDocument,
  ApiIntegrationDocument,
  RouteDocument,
} from '@gatehouse/gateway/snapshot';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { ApiDefinition } from '@/lib/model/v2/definition';

/** What the engine runs of an Api's definition: everything but prose and what only the control plane reads. */
export function apiDeploymentDocument(
  deploymentId: string,
  apiId: string,
  { routes, integrations, authorizers, models, ...members }: ApiDefinition,
): ApiDeploymentDocument {
  return {
    deploymentId,
    apiId,
    ...members,
    routes: routes.map(routeDocument),
    integrations: integrations.map(integrationDocument),
    authorizers: authorizers.map(authorizerDocument),
    models: models.map(({ modelId, name, contentType, schema }) => ({
      modelId,
      name,
      schema,
      ...(contentType !== undefined && { contentType }),
    })),
  };
}

function routeDocument({
  apiGatewayManaged,
  routeResponses,
  ...route
}: ApiDefinition['routes'][number]): RouteDocument {
  const responses = routeResponses.map(({ routeResponseKey }) => ({ routeResponseKey }));
  return { ...route, ...(responses.length > 0 && { routeResponses: responses }) };
}

function integrationDocument({
  apiGatewayManaged,
  description,
  integrationResponseSelectionExpression,
  integrationResponses,
  ...integration
}: ApiDefinition['integrations'][number]): ApiIntegrationDocument {
  const responses = integrationResponses.map(({ integrationResponseId, ...response }) => response);
  return { ...integration, ...(responses.length > 0 && { integrationResponses: responses }) };
}

export const authorizerDocument = ({
  identityValidationExpression,
  ...authorizer
}: Authorizer): ApiAuthorizerDocument => authorizer;
