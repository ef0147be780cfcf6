import { GatewayError } from '../GatewayError';
import type { Call } from '../pipeline/Call';
import type { CompiledMethod } from '../snapshot/compiled';

/**
 * Lets callers of open methods pass. A method that asks for an authorizer is closed: this engine has none yet,
 * and "cannot check" must never mean "open".
 * @throws GatewayError ACCESS_DENIED
 */
export function authorize({ trace }: Call, { authorizationType }: CompiledMethod): void {
  if (authorizationType !== 'NONE')
    throw new GatewayError('ACCESS_DENIED', `Authorization type ${authorizationType} cannot be checked here`);
  trace?.add('authorize', 'The method needs no authorization');
}
