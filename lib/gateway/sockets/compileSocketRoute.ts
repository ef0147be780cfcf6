import type { Authorization } from '../authorizers/Authorized';
import type { BodyModel, Models } from '../models/compileModels';
import type { ApiAuthorizerDocument, RouteDocument } from '../snapshot/apiTypes';
import { compileConnectAuthorization } from './compileConnectAuthorization';
import { compileSelection, type Selection } from './compileSelection';
import type { SocketIntegration } from './SocketIntegration';

/** A route, ready to run. */
export interface SocketRoute {
  routeKey: string;
  /** of `$connect` alone: undefined lets everybody in */
  authorization: Authorization | undefined;
  apiKeyRequired: boolean;
  requiredParameters: { location: 'header' | 'querystring'; name: string }[];
  /** undefined: messages are not held against a model */
  validation: MessageValidation | undefined;
  /** undefined: AWS answers 500 */
  integration: SocketIntegration | undefined;
  /** what the integration answers goes to the client */
  isTwoWay: boolean;
  /** the route's name in throttles */
  throttleKey: string;
}

export interface MessageValidation {
  select: Selection;
  models: ReadonlyMap<string, BodyModel>;
}

export interface RouteParts {
  authorizers: ReadonlyMap<string, ApiAuthorizerDocument>;
  /** undefined: disableSchemaValidation */
  models: Models | undefined;
  integration: SocketIntegration | undefined;
}

/** @throws Error naming what is wrong */
export function compileSocketRoute(
  document: RouteDocument,
  { authorizers, models, integration }: RouteParts,
): SocketRoute {
  const { routeKey, routeResponses = [], requestParameters = {} } = document;
  const isConnect = routeKey === '$connect';
  return {
    routeKey,
    authorization: isConnect ? compileConnectAuthorization(document, authorizers) : undefined,
    apiKeyRequired: isConnect && document.apiKeyRequired === true,
    requiredParameters: Object.entries(requestParameters)
      .filter(([, { required }]) => required === true)
      .map(([key]) => parameterOf(key)),
    validation: isConnect || !models ? undefined : validationOf(document, models),
    integration,
    isTwoWay: routeResponses.some(({ routeResponseKey }) => routeResponseKey === '$default'),
    throttleKey: routeKey,
  };
}

function parameterOf(key: string): SocketRoute['requiredParameters'][number] {
  const [, location, name] = /^route\.request\.(header|querystring)\.(.+)$/s.exec(key) ?? [];
  if ((location !== 'header' && location !== 'querystring') || !name)
    throw new Error(`invalid parameter ${key}`);
  return { location, name };
}

/** Without an expression `$default`'s model counts. */
function validationOf(document: RouteDocument, models: Models): MessageValidation | undefined {
  const { modelSelectionExpression, requestModels = {} } = document;
  const entries = Object.entries(requestModels);
  if (!modelSelectionExpression && entries.length === 0) return undefined;
  return {
    select: compileSelection(modelSelectionExpression || '\\$default'),
    models: new Map(entries.map(([key, name]) => [key, models(name)])),
  };
}
