import { compileRequestParameters, type MappedParameters } from '../mapping/compileRequestParameters';
import { compileRequestTemplates } from '../mapping/compileRequestTemplates';
import { compileUri } from '../mapping/compileUri';
import { type BinaryTypes, convertRequest, textOf } from '../mapping/contentHandling';
import { requestInput } from '../mapping/mappingInputs';
import { renderTemplate } from '../mapping/renderTemplate';
import type { IntegrationDocument, MethodDocument } from '../snapshot/types';
import { applyRequestOverrides } from './applyRequestOverrides';
import { callBackend } from './callBackend';
import { compileConnection } from './compileConnection';
import { compileIntegrationResponses } from './compileIntegrationResponses';
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
  const parameters = compileRequestParameters(document.requestParameters);
  const chooseTemplate = compileRequestTemplates(document, 'requestTemplates');
  const buildUrl = compileUri(document.uri ?? '');
  const verb = document.httpMethod === 'ANY' ? undefined : document.httpMethod;
  const hasTemplates = Object.keys(document.requestTemplates).length > 0;
  return {
    type: 'HTTP',
    connection: compileConnection(document),
    needsBody: (httpMethod) => hasTemplates || parameters.needsBody || sendsBody(verb ?? httpMethod),
    mapRequest: (exchange, body) => {
      const { facts } = exchange;
      const contentType = facts.request.header('content-type');
      const payload = convertRequest(body, contentType, binary, document.contentHandling);
      const mappable = parameters.needsBody ? payload.bytes.toString() : '';
      const mapped = parameters.map(requestInput(exchange, mappable));
      const template = chooseTemplate(contentType);
      const output = template && renderTemplate(template, exchange, textOf(payload));
      if (output) applyRequestOverrides(mapped, output.overrides);
      const method = verb ?? facts.httpMethod;
      const sent = output ? Buffer.from(output.text) : payload.bytes;
      return {
        method,
        url: appendQuery(buildUrl(facts.stageVariables, mapped.path), '', mapped.querystring),
        headers: ownHeaders(contentType, mapped, exchange.facts),
        body: sendsBody(method) && sent.length > 0 ? sent : undefined,
        overrides: output?.overrides,
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

function ownHeaders(
  contentType: string | undefined,
  mapped: MappedParameters,
  facts: Parameters<typeof addGatewayHeaders>[1],
): Headers {
  const headers = overlayHeaders([['Content-Type', contentType ?? 'application/json']], mapped.header);
  addGatewayHeaders(headers, facts);
  headers.push(['X-Amzn-Trace-Id', facts.traceId]);
  return headers;
}
