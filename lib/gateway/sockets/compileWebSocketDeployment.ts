import { compileModels } from '../models/compileModels';
import type { ApiDeploymentDocument, ApiIntegrationDocument, RouteDocument } from '../snapshot/apiTypes';
import { rejecting } from '../snapshot/SnapshotRejected';
import { compileSelection, type Selection } from './compileSelection';
import { compileSocketIntegration } from './compileSocketIntegration';
import { compileSocketRoute, type SocketRoute } from './compileSocketRoute';

/** A WebSocket API's deployment, ready to run. Never changes. */
export interface CompiledWebSocketDeployment {
  apiId: string;
  deploymentId: string;
  /** of the document it was made from */
  fingerprint: string;
  selectRoute: Selection;
  /** by key */
  routes: ReadonlyMap<string, SocketRoute>;
  /** where API keys come from: apiKeySelectionExpression */
  apiKeySource: 'HEADER' | 'AUTHORIZER';
}

/**
 * Makes a WebSocket API's deployment ready to run; runs once for each deployment.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileWebSocketDeployment(
  document: ApiDeploymentDocument,
  fingerprint: string,
): CompiledWebSocketDeployment {
  const { apiId, deploymentId, routeSelectionExpression, apiKeySelectionExpression } = document;
  return {
    apiId,
    deploymentId,
    fingerprint,
    selectRoute: rejecting('routeSelectionExpression', () => compileSelection(routeSelectionExpression)),
    routes: compileRoutes(document),
    apiKeySource: rejecting('apiKeySelectionExpression', () => apiKeySource(apiKeySelectionExpression)),
  };
}

function apiKeySource(expression = '$request.header.x-api-key'): 'HEADER' | 'AUTHORIZER' {
  if (expression === '$request.header.x-api-key') return 'HEADER';
  if (expression === '$context.authorizer.usageIdentifierKey') return 'AUTHORIZER';
  throw new Error(`${expression} is neither of the two that AWS knows`);
}

function compileRoutes(document: ApiDeploymentDocument): ReadonlyMap<string, SocketRoute> {
  const integrations = compileIntegrations(document);
  const authorizers = new Map(document.authorizers.map((one) => [one.authorizerId, one]));
  const models = document.disableSchemaValidation
    ? undefined
    : compileModels(document.models.map((model) => ({ contentType: 'application/json', ...model })));
  const routes = document.routes.map((route, index): [string, SocketRoute] => {
    const integration = integrations(route, `routes[${index}].target`);
    const compile = () => compileSocketRoute(route, { authorizers, models, integration });
    return [route.routeKey, rejecting(`routes[${index}]`, compile)];
  });
  return new Map(routes);
}

/** Each compiled once, however many routes lead to it. */
function compileIntegrations({ integrations }: ApiDeploymentDocument) {
  const compiled = new Map(
    integrations.map((document: ApiIntegrationDocument, index) => [
      `integrations/${document.integrationId}`,
      rejecting(`integrations[${index}]`, () => compileSocketIntegration(document)),
    ]),
  );
  return ({ target }: RouteDocument, place: string) => {
    if (target === undefined) return undefined;
    return rejecting(place, () => {
      const integration = compiled.get(target);
      if (!integration) throw new Error(`${target} is not here`);
      return integration;
    });
  };
}
