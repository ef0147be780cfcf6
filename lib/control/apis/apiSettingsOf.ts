import type { FieldError } from '@/lib/model/ControlError';
import type { ApiSettings, ProtocolType } from '@/lib/model/v2/api';
import { corsFaults } from './corsFaults';
import { tidy } from './mergeMembers';
import { refuseAll, unsupported } from './refuse';

/** What AWS answers of an HTTP API; documents and tools write it with braces too. */
const HTTP_ROUTE_SELECTION = '$request.method $request.path';
const httpRouteSelections = new Set([HTTP_ROUTE_SELECTION, '${request.method} ${request.path}']);
const API_KEY_SELECTION = '$request.header.x-api-key';
const apiKeySelections = new Set([API_KEY_SELECTION, '$context.authorizer.usageIdentifierKey']);

/**
 * An Api's members with what AWS fills in.
 * @throws ControlError BadRequestException for what the protocol does not have
 */
export function apiSettingsOf(
  protocolType: ProtocolType,
  { corsConfiguration, ...members }: ApiSettings,
): ApiSettings {
  const cors = corsConfiguration && tidy(corsConfiguration);
  const settings = tidy({
    ...members,
    // Says nothing where all of it is empty, but is a configuration where it only forbids credentials.
    ...(cors && Object.keys(cors).length > 0 && { corsConfiguration: cors }),
  });
  const isHttp = protocolType === 'HTTP';
  refuseAll(isHttp ? httpFaults(settings) : webSocketFaults(settings));
  return {
    ...settings,
    apiKeySelectionExpression: settings.apiKeySelectionExpression ?? API_KEY_SELECTION,
    ...(isHttp && { routeSelectionExpression: HTTP_ROUTE_SELECTION }),
  };
}

function httpFaults(settings: ApiSettings): FieldError[] {
  const { routeSelectionExpression = HTTP_ROUTE_SELECTION, disableSchemaValidation } = settings;
  const faults = [
    ...unsupported('HTTP', { disableSchemaValidation }),
    ...corsFaults(settings.corsConfiguration),
  ];
  if (!httpRouteSelections.has(routeSelectionExpression))
    faults.push({
      field: 'routeSelectionExpression',
      message: 'RouteSelectionExpression for HTTP APIs must be ${request.method} ${request.path}',
    });
  return faults;
}

function webSocketFaults(settings: ApiSettings): FieldError[] {
  const { corsConfiguration, routeSelectionExpression, apiKeySelectionExpression } = settings;
  const faults = unsupported('WEBSOCKET', { corsConfiguration });
  if (!routeSelectionExpression)
    faults.push({
      field: 'routeSelectionExpression',
      message: 'RouteSelectionExpression is a required parameter for WEBSOCKET protocol',
    });
  if (!apiKeySelections.has(apiKeySelectionExpression ?? API_KEY_SELECTION))
    faults.push({
      field: 'apiKeySelectionExpression',
      message: `Invalid API key selection expression. Valid values are ${[...apiKeySelections].join(', ')}`,
    });
  return faults;
}
