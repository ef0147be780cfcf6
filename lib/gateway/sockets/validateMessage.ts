import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { SocketRoute } from './compileSocketRoute';
import type { SocketCall } from './SocketCall';

/**
 * Holds a message against the model that modelSelectionExpression names, else `$default`'s; a message that names no
 * model of a route that has some fails.
 * @throws GatewayError BAD_REQUEST_BODY
 */
export function validateMessage(call: SocketCall, { validation }: SocketRoute, exchange: Exchange): void {
  if (!validation) return;
  const key = validation.select({ json: call.json, exchange });
  const model =
    (key === undefined ? undefined : validation.models.get(key)) ?? validation.models.get('$default');
  if (!model) throw refused(`No model is named by ${key ?? 'the message'}, and there is no $default`, '[]');
  const body = call.json();
  if (body === undefined) throw refused(`The message is not JSON, which model ${model.name} wants`, '[]');
  const faults = model.faults(body);
  if (faults !== undefined)
    throw refused(`The message does not keep to model ${model.name}: ${faults}`, faults);
}

function refused(reason: string, faults: string): GatewayError {
  return new GatewayError('BAD_REQUEST_BODY', reason, 'Bad request body', faults);
}
