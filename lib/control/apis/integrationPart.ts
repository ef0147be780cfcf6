import { ControlError } from '@/lib/model/ControlError';
import { type Integration, type IntegrationInput, integrationInput } from '@/lib/model/v2/integration';
import type { ApiPart, Place } from './ApiPart';
import { checkIntegration } from './checkIntegration';
import type { ApiRow } from './findApi';
import { partRows } from './partRows';

export type IntegrationState = Omit<Integration, 'integrationId' | 'apiGatewayManaged'>;

/** AWS: 300 integrations an API. */
const MOST_INTEGRATIONS = 300;

export const integrationPart: ApiPart<Integration, IntegrationInput, IntegrationState> = {
  kind: 'integration',
  name: 'Integration',
  schema: integrationInput,
  limit: MOST_INTEGRATIONS,
  children: 'integrationResponse',
  staysManaged: true,
  async complete(place, input) {
    const integration = withDefaults(place.api, input);
    await checkIntegration(place, integration);
    return integration;
  },
  toItem: (integrationId, settings, apiGatewayManaged) => ({
    ...settings,
    integrationId,
    ...(apiGatewayManaged && { apiGatewayManaged }),
  }),
  async refuseDelete({ call, api }: Place, id: string) {
    const routes = await partRows(call.db, api.apiId, 'route');
    const target = `integrations/${id}`;
    const naming = routes.filter(({ settings }) => 'target' in settings && settings.target === target);
    if (naming.length === 0) return;
    const ids = naming.map((route) => route.id).join(', ');
    throw new ControlError(
      'ConflictException',
      `Cannot delete Integration because it is referenced by the following Routes with Ids: [${ids}]`,
    );
  },
};

/** What AWS answers of members that were not said. */
function withDefaults({ protocolType }: ApiRow, input: IntegrationInput): IntegrationState {
  const isHttp = protocolType === 'HTTP';
  const selection = isHttp ? undefined : selectionExpressions[input.integrationType];
  const isFunction = input.integrationType === 'AWS_PROXY' && !input.integrationSubtype;
  return {
    ...input,
    connectionType: input.connectionType ?? 'INTERNET',
    payloadFormatVersion: input.payloadFormatVersion ?? '1.0',
    timeoutInMillis: input.timeoutInMillis ?? (isHttp ? 30_000 : 29_000),
    ...(isFunction && { integrationMethod: input.integrationMethod || 'POST' }),
    ...(!isHttp && { passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH' }),
    ...(selection !== undefined && { integrationResponseSelectionExpression: selection }),
  };
}

/** Fixed by the type, and of no use to proxies (reference/websocket-apis.md section 5). */
const selectionExpressions: Partial<Record<IntegrationInput['integrationType'], string>> = {
  AWS: '${integration.response.body.errorMessage}',
  HTTP: '${integration.response.statuscode}',
  MOCK: '${integration.response.statuscode}',
};
