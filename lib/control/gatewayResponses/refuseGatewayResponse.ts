import { compileGatewayResponses } from '@gatehouse/gateway/snapshot';
import type { FieldError } from '@/lib/model/ControlError';
import type { GatewayResponse } from '@/lib/model/gatewayResponse';
import { invalidExpression } from '@/lib/model/mappingExpression';

/** Header values that the engine cannot read, each with its field. */
export function refuseGatewayResponse(response: GatewayResponse): FieldError[] {
  return Object.entries(response.responseParameters).flatMap(([key, expression]) => {
    const alone = { ...response, responseParameters: { [key]: expression } };
    return compiles(alone)
      ? []
      : [{ field: `responseParameters.${key}`, message: invalidExpression(expression) }];
  });
}

function compiles(response: GatewayResponse): boolean {
  try {
    compileGatewayResponses([response]);
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return false;
  }
}
