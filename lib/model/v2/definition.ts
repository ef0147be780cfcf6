import type { ProtocolType } from './api';
import type { Authorizer } from './authorizer';
import type { Integration, IntegrationResponse } from './integration';
import type { Model } from './model';
import type { Route, RouteResponse } from './route';

/** What a deployment of an Api freezes, and what the engine is handed. */
export interface ApiDefinition {
  protocolType: ProtocolType;
  name: string;
  routeSelectionExpression: string;
  apiKeySelectionExpression?: string;
  disableSchemaValidation?: boolean;
  routes: (Route & { routeResponses: RouteResponse[] })[];
  integrations: (Integration & { integrationResponses: IntegrationResponse[] })[];
  authorizers: Authorizer[];
  models: Model[];
}
