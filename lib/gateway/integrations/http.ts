import type { MappedParameters } from '../mapping/compileRequestParameters';
import { compileUri } from '../mapping/compileUri';
import type { BinaryTypes } from '../mapping/contentHandling';
import type { IntegrationDocument, MethodDocument } from '../snapshot/types';
import { callBackend } from './callBackend';
import { compileConnection } from './compileConnection';
import { compileIntegrationResponses } from './compileIntegrationResponses';
import { compileMappedRequest } from './compileMappedRequest';
import type { Integration } from './Integration';
import { addGatewayHeaders, type Headers, overlayHeaders } from './outboundHeaders';
import { appendQuery, sendsBody } from './outboundUrl';
import { readWhole } from './readWhole';

/** HTTP: nothing of the caller's request passes but what is mapped, and the body through its template. */
export function compileHttp(
  document: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  binary: BinaryTypes | undefined,
): Integration {
  const request = compileMappedRequest(document, binary);
  const buildUrl = compileUri(document.uri ?? '');
  const verb = document.httpMethod === 'ANY' ? undefined : document.httpMethod;
  return {
    type: 'HTTP',
    connection: compileConnection(document),
    needsBody: (httpMethod) => request.needsBody || sendsBody(verb ?? httpMethod),
    mapRequest: (exchange, received) => {
      const { facts } = exchange;
      const { contentType, mapped, overrides, body: sent } = request.map(exchange, received);
      const method = verb ?? facts.httpMethod;
      const body = sendsBody(method) && sent.length > 0 ? sent : undefined;
      return {
        method,
        url: appendQuery(buildUrl(facts.stageVariables, mapped.path), '', mapped.querystring),
        headers: ownHeaders(body && (contentType ?? 'application/json'), mapped, facts),
        body,
        overrides,
      };
    },
    call: async (request, exchange, { backends }) => {
      const end = performance.now() + exchange.facts.route.timeoutInMillis;
      const answer = await callBackend(request, exchange, backends);
      return { ...answer, body: await readWhole(answer.body, Math.max(0, end - performance.now())) };
    },
    responses: compileIntegrationResponses(document, methodResponses, 'integrationResponses', binary),
  };
}

/** @param contentType undefined when there is no body: then AWS sends none either (recorded) */
function ownHeaders(
  contentType: string | undefined,
  mapped: MappedParameters,
  facts: Parameters<typeof addGatewayHeaders>[1],
): Headers {
  const headers = overlayHeaders(
    contentType === undefined ? [] : [['Content-Type', contentType]],
    mapped.header,
  );
  addGatewayHeaders(headers, facts);
  headers.push(['X-Amzn-Trace-Id', facts.traceId]);
  return headers;
}
