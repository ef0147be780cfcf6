import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { SocketRoute } from './compileSocketRoute';

/** @throws GatewayError BAD_REQUEST_PARAMETERS for a handshake without a parameter that `$connect` requires */
export function requireParameters(
  { requiredParameters }: SocketRoute,
  { facts, querystring }: Exchange,
): void {
  const missing = requiredParameters.filter(({ location, name }) =>
    location === 'header' ? facts.request.header(name.toLowerCase()) === undefined : !querystring.has(name),
  );
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  const message = `Missing required request parameters: [${names}]`;
  throw new GatewayError('BAD_REQUEST_PARAMETERS', message, message);
}
