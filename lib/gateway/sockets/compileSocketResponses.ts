import { GatewayError } from '../GatewayError';
import { compileJavaPattern } from '../integrations/javaPattern';
import { compileExpression, type Expression } from '../mapping/compileExpression';
import { convertResponse } from '../mapping/contentHandling';
import type { Exchange } from '../mapping/Exchange';
import { responseInput } from '../mapping/mappingInputs';
import { renderTemplate } from '../mapping/renderTemplate';
import type { ApiIntegrationDocument, ApiIntegrationResponseDocument } from '../snapshot/apiTypes';
import type { SocketCall } from './SocketCall';
import type { Frame, SocketIntegration, WholeAnswer } from './SocketIntegration';
import { compileSocketTemplates, type SocketTemplates } from './socketTemplates';

interface SocketResponse {
  /** whether it is for what integrationResponseSelectionExpression gave: a status code, a function's error */
  fits(selected: string): boolean;
  handling: ApiIntegrationResponseDocument['contentHandlingStrategy'];
  templates: SocketTemplates;
  protocol: Expression | undefined;
}

type Responses = Pick<SocketIntegration, 'frameOf' | 'protocolOf'>;

/**
 * Integration responses, which only two-way routes ask for: by `/pattern/` or by the whole text, else `$default`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-responses.html).
 * @throws Error naming the key and what is wrong
 */
export function compileSocketResponses({ integrationResponses = [] }: ApiIntegrationDocument): Responses {
  const responses = integrationResponses.map((document) => ({ document, response: compileOne(document) }));
  const fallback = responses.find(({ document }) => document.integrationResponseKey === '$default')?.response;
  const select = ({ status, selector = String(status) }: WholeAnswer) =>
    responses.find(({ response }) => response.fits(selector))?.response ?? fallback;
  return {
    frameOf: (call, exchange, answer) => {
      const response = select(answer);
      if (!response)
        throw new GatewayError(
          'API_CONFIGURATION_ERROR',
          `No integration response fits, and there is no $default. Endpoint Response Status Code: ${answer.status}`,
        );
      return frame(response, call, exchange, answer);
    },
    protocolOf: (_call, exchange, answer) =>
      select(answer)?.protocol?.read(responseInput(exchange, answer.headers, answer.body.toString()))[0],
  };
}

function compileOne(document: ApiIntegrationResponseDocument): SocketResponse {
  const { integrationResponseKey: key, responseTemplates, responseParameters = {} } = document;
  return {
    fits: fitting(key),
    handling: document.contentHandlingStrategy,
    templates: compileSocketTemplates(
      responseTemplates,
      document.templateSelectionExpression,
      `integrationResponses ${key}`,
    ),
    protocol: protocolOf(responseParameters),
  };
}

function fitting(key: string): (selected: string) => boolean {
  if (key === '$default') return () => false;
  const pattern = /^\/(.*)\/$/s.exec(key)?.[1];
  if (pattern === undefined) return (selected) => selected === key;
  const compiled = compileJavaPattern(pattern);
  return (selected) => compiled.test(selected);
}

/** Of what can be mapped into a handshake's answer AWS uses the subprotocol alone. */
function protocolOf(parameters: Record<string, string>): Expression | undefined {
  const source = Object.entries(parameters).find(([target]) => PROTOCOL.test(target))?.[1];
  return source === undefined ? undefined : compileExpression(source, 'response');
}

const PROTOCOL = /^(?:method|route)\.response\.header\.sec-websocket-protocol$/i;

function frame(
  { templates, handling }: SocketResponse,
  call: SocketCall,
  exchange: Exchange,
  answer: WholeAnswer,
): Frame {
  if (handling === 'CONVERT_TO_TEXT')
    return { data: Buffer.from(answer.body.toString('base64')), isBinary: false };
  const template = templates({ json: call.json, exchange, answer });
  const data = template
    ? Buffer.from(renderTemplate(template, exchange, answer.body.toString()).text)
    : answer.body;
  const types = { contentType: undefined, accept: undefined };
  const { bytes, isText } = convertResponse(data, types, undefined, handling);
  return { data: bytes, isBinary: !isText };
}
