import type { Exchange } from '../mapping/Exchange';
import type { BackendAnswer, Backends } from '../transport/BackendCall';
import type { IntegrationRequest } from './Integration';

/** Sends an integration request. @throws BackendFailure */
export function callBackend(
  { method, url, headers, body }: IntegrationRequest,
  { facts }: Exchange,
  backends: Backends,
  timeoutInMillis: number,
): Promise<BackendAnswer> {
  return backends.call({
    integrationKey: facts.integrationKey,
    method,
    url,
    headers,
    body,
    timeoutInMillis,
    clientGone: facts.request.clientGone,
  });
}
