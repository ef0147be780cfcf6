import { GatewayError } from '../GatewayError';
import { compileIntegration } from '../integrations/compileIntegration';
import type { IntegrationRequest } from '../integrations/Integration';
import type { Exchange } from '../mapping/Exchange';
import { renderTemplate } from '../mapping/renderTemplate';
import type { ApiIntegrationDocument } from '../snapshot/apiTypes';
import type { IntegrationDocument } from '../snapshot/types';
import { compileSocketResponses } from './compileSocketResponses';
import { proxyFrame, proxyProtocol } from './proxyAnswer';
import type { SocketCall } from './SocketCall';
import type { SocketIntegration } from './SocketIntegration';
import { compileSocketLambda } from './socketLambda';
import { compileSocketTemplates } from './socketTemplates';

const LONGEST_TIMEOUT = 29_000;

/**
 * An integration of a WebSocket API: the backends, mappings and templates of REST APIs, with templates and responses
 * selected by expressions.
 * @throws Error naming what is wrong
 */
export function compileSocketIntegration(document: ApiIntegrationDocument): SocketIntegration {
  if (document.integrationType === 'AWS_PROXY') return compileSocketLambda(document);
  const backend = compileIntegration(restDocument(document), {}, undefined);
  const templates = requestTemplates(document);
  const responses = compileSocketResponses(document);
  const isProxy = document.integrationType === 'HTTP_PROXY';
  return {
    backend,
    mapRequest: (call, exchange) => {
      const request = backend.mapRequest(exchange, Buffer.from(call.text));
      const template = isProxy ? undefined : templates(call, exchange);
      if (template !== undefined) request.body = template === '' ? undefined : Buffer.from(template);
      return isProxy ? typed(call, request) : request;
    },
    frameOf: isProxy ? (_call, _exchange, answer) => proxyFrame(answer) : responses.frameOf,
    protocolOf: isProxy ? (_call, _exchange, answer) => proxyProtocol(answer) : responses.protocolOf,
  };
}

/** The text of the template that fits; undefined passes the message on. */
function requestTemplates(
  document: ApiIntegrationDocument,
): (call: SocketCall, exchange: Exchange) => string | undefined {
  const { requestTemplates: sources = {}, passthroughBehavior, contentHandlingStrategy } = document;
  const choose = compileSocketTemplates(sources, document.templateSelectionExpression, 'requestTemplates');
  const refuses =
    passthroughBehavior === 'NEVER' ||
    (passthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(sources).length > 0);
  return (call, exchange) => {
    const template = choose({ json: call.json, exchange });
    if (!template && refuses)
      throw new GatewayError(
        'UNSUPPORTED_MEDIA_TYPE',
        `No request template fits, and passthroughBehavior is ${passthroughBehavior}`,
      );
    if (template && contentHandlingStrategy === 'CONVERT_TO_BINARY')
      throw new GatewayError('API_CONFIGURATION_ERROR', 'A template cannot read a binary body');
    return template && renderTemplate(template, exchange, call.text).text;
  };
}

/** As the same integration of a REST API is written; its templates and responses are not REST's. */
function restDocument(document: ApiIntegrationDocument): IntegrationDocument {
  const {
    integrationType,
    integrationUri,
    integrationMethod = 'POST',
    connectionType,
    connectionId,
    credentialsArn,
  } = document;
  const { contentHandlingStrategy, timeoutInMillis = LONGEST_TIMEOUT, requestParameters = {} } = document;
  return {
    type: integrationType,
    ...(integrationUri !== undefined && { uri: integrationUri }),
    httpMethod: integrationMethod === 'ANY' ? 'POST' : integrationMethod,
    requestParameters: Object.fromEntries(
      Object.entries(requestParameters).map(([target, source]) => [target, restSource(source)]),
    ),
    requestTemplates: {},
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis,
    integrationResponses: {},
    ...(credentialsArn !== undefined && { credentials: credentialsArn }),
    ...(connectionType && { connectionType }),
    ...(connectionId !== undefined && { connectionId }),
    ...(contentHandlingStrategy && { contentHandling: contentHandlingStrategy }),
  };
}

/** `route.request.X` is what REST calls `method.request.X`; a REST expression is none here, nor is a path's. */
export function restSource(source: string): string {
  if (source.startsWith('route.request.') && !source.startsWith('route.request.path.'))
    return source.replace('route.request.', 'method.request.');
  if (source.startsWith('method.request.') || source.startsWith('route.request.'))
    throw new Error(`invalid mapping expression: ${source}`);
  return source;
}

/** A message has no media type of its own; most are JSON, and backends read no body without one. */
function typed(call: SocketCall, request: IntegrationRequest): IntegrationRequest {
  const has = request.headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (call.eventType === 'MESSAGE' && !has) request.headers.push(['Content-Type', 'application/json']);
  return request;
}
