import { appendQuery, sendsBody } from '../../integrations/outboundUrl';
import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import type { HttpExchange } from '../HttpExchange';
import type { HttpIntegration } from '../HttpIntegration';
import { compileRequestMapping } from '../mapping/compileRequestMapping';
import { compileResponseMapping } from '../mapping/compileResponseMapping';
import { type BackendUrl, compileBackendUrl } from './backendUrl';
import { httpConnection } from './httpConnection';
import { proxiedHeaders } from './proxiedHeaders';

const NOTHING = Buffer.alloc(0);
const VERB = /^(DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|ANY)$/;

/**
 * HTTP_PROXY, public and private: the caller's request goes on, the backend's answer comes back, streamed
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-http.html).
 * @throws Error naming what is wrong
 */
export function compileProxyBackend(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationMethod = 'ANY', requestParameters, responseParameters } = document;
  if (!VERB.test(integrationMethod)) throw new Error(`integrationMethod ${integrationMethod} is none`);
  const urlOf = compileBackendUrl(document);
  const verb = integrationMethod === 'ANY' ? undefined : integrationMethod;
  const mapping = compileRequestMapping(requestParameters);
  return {
    connection: httpConnection(document),
    call: async (exchange) => {
      const { request, ports } = exchange.call;
      const method = verb ?? request.method;
      const hasBody = sendsBody(method) || mapping?.needsBody === true;
      const body = hasBody ? await request.readBody() : NOTHING;
      const headers = proxiedHeaders(exchange, body.length);
      const mapped = mapping?.map(exchange, headers, body);
      return ports.backends.call({
        route: exchange.facts.route,
        method,
        url: addressed(urlOf, exchange, mapped),
        headers: mapped?.headers ?? headers,
        body: sendsBody(method) && body.length > 0 ? body : undefined,
        clientGone: request.clientGone,
      });
    },
    mapResponse: compileResponseMapping(responseParameters),
  };
}

function addressed(
  urlOf: BackendUrl,
  exchange: HttpExchange,
  mapped: { path: string | undefined; query: string } | undefined,
): string {
  const query = mapped ? mapped.query : exchange.call.request.query;
  return appendQuery(urlOf(exchange, mapped?.path), query, []);
}
