import { compileRequestParameters, type MappedParameters } from '../mapping/compileRequestParameters';
import { compileUri } from '../mapping/compileUri';
import type { Exchange } from '../mapping/Exchange';
import { droppedByHttpProxy } from '../mapping/headerTables';
import { requestInput } from '../mapping/mappingInputs';
import type { IntegrationDocument } from '../snapshot/types';
import { callBackend } from './callBackend';
import { compileConnection } from './compileConnection';
import type { Integration } from './Integration';
import { addGatewayHeaders, type Headers, overlayHeaders } from './outboundHeaders';
import { appendQuery, sendsBody } from './outboundUrl';

const NOTHING_MAPPED: MappedParameters = { header: [], querystring: [], path: new Map() };

/**
 * HTTP_PROXY hands the caller's request on and the backend's answer back, streamed. Mappings still count:
 * mapped headers replace the caller's, mapped query parameters are appended (seen on AWS).
 */
export function compileHttpProxy(document: IntegrationDocument): Integration {
  const parameters = compileRequestParameters(document.requestParameters);
  const buildUrl = compileUri(document.uri ?? '');
  const verb = document.httpMethod === 'ANY' ? undefined : document.httpMethod;
  return {
    type: 'HTTP_PROXY',
    connection: compileConnection(document),
    needsBody: (httpMethod) => parameters.needsBody || sendsBody(verb ?? httpMethod),
    mapRequest: (exchange, body) => {
      const { facts } = exchange;
      const mapped = parameters.none
        ? NOTHING_MAPPED
        : parameters.map(requestInput(exchange, parameters.needsBody ? body.toString() : ''));
      const method = verb ?? facts.httpMethod;
      const headers = overlayHeaders(passedHeaders(exchange), mapped.header);
      addGatewayHeaders(headers, facts);
      const url = buildUrl(facts.stageVariables, mapped.path);
      return {
        method,
        url: appendQuery(url, facts.request.query, mapped.querystring),
        headers,
        body: sendsBody(method) && body.length > 0 ? body : undefined,
        overrides: undefined,
      };
    },
    call: (request, exchange, { backends }) => callBackend(request, exchange, backends),
    responses: undefined,
  };
}

function passedHeaders({ headers }: Exchange): Headers {
  return headers.filter(([name]) => !droppedByHttpProxy.has(name.toLowerCase()));
}
