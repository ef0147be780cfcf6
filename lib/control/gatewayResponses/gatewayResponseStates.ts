import { gatewayResponses as builtIn } from '@gatehouse/gateway/snapshot';
import {
  type GatewayResponse,
  type GatewayResponseState,
  type GatewayResponseType,
  gatewayResponseTypes,
} from '@/lib/model/gatewayResponse';

/** What AWS shows for every type, whatever it prints (seen on the service). */
const defaultTemplate = { 'application/json': '{"message":$context.error.messageString}' };

type Default = 'DEFAULT_4XX' | 'DEFAULT_5XX';
const isDefault = (type: GatewayResponseType): type is Default => type.startsWith('DEFAULT_');

/**
 * Every type by name: customised, else what DEFAULT_4XX or DEFAULT_5XX hands down, status and all, else built in
 * (reference/rest-execution.md section 2).
 * @param own the API's
 */
export function gatewayResponseStates(own: readonly GatewayResponse[]): GatewayResponseState[] {
  const byType = new Map(own.map((response) => [response.responseType, response]));
  return gatewayResponseTypes.map((type) => stateOf(type, byType));
}

function stateOf(
  responseType: GatewayResponseType,
  byType: ReadonlyMap<GatewayResponseType, GatewayResponse>,
): GatewayResponseState {
  const { status } = builtIn[responseType];
  const parent: Default = status < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const own = byType.get(responseType);
  const shown = own ?? byType.get(parent);
  const statusCode = shown?.statusCode ?? (isDefault(responseType) ? undefined : `${status}`);
  const templates = shown?.responseTemplates ?? {};
  return {
    responseType,
    ...(statusCode !== undefined && { statusCode }),
    responseParameters: shown?.responseParameters ?? {},
    responseTemplates: Object.keys(templates).length > 0 ? templates : defaultTemplate,
    defaultResponse: !own,
    ...(!own && shown && { inheritedFrom: parent }),
  };
}
