import type { Exchange } from '../mapping/Exchange';
import type { BackendAnswer, Backends } from '../transport/BackendCall';
import type { IntegrationRequest } from './Integration';

/** Sends an integration request. @throws BackendFailure */
export function callBackend(
  { method, url, headers, body }: IntegrationRequest,
  { facts }: Exchange,
  backends: Backends,
): Promise<BackendAnswer> {
  return backends.call({
    route: facts.route,
    method,
    url,
    headers,
    body,
    clientGone: facts.request.clientGone,
  });
}
