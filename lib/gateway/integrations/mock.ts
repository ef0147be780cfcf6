import { GatewayError } from '../GatewayError';
import { compileRequestTemplates } from '../mapping/compileRequestTemplates';
import { type BinaryTypes, convertRequest, textOf } from '../mapping/contentHandling';
import { renderTemplate } from '../mapping/renderTemplate';
import type { IntegrationDocument, MethodDocument } from '../snapshot/types';
import { compileIntegrationResponses } from './compileIntegrationResponses';
import type { Integration } from './Integration';
import { mockStatusCode } from './mockStatusCode';

/**
 * MOCK answers without a backend: the request template's output names the status code that selects the
 * integration response (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html).
 */
export function compileMock(
  document: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  binary: BinaryTypes | undefined,
): Integration {
  const chooseTemplate = compileRequestTemplates(document, 'requestTemplates');
  return {
    type: 'MOCK',
    connection: undefined,
    needsBody: () => true,
    mapRequest: (exchange, body) => {
      const contentType = exchange.facts.request.header('content-type');
      const payload = convertRequest(body, contentType, binary, document.contentHandling);
      const template = chooseTemplate(contentType);
      const output = template && renderTemplate(template, exchange, textOf(payload));
      return {
        method: '',
        url: '',
        headers: [],
        body: output ? Buffer.from(output.text) : payload.bytes,
        overrides: output?.overrides,
      };
    },
    call: ({ body }) => {
      const status = mockStatusCode(body?.toString() ?? '');
      if (status === undefined) throw new GatewayError('API_CONFIGURATION_ERROR', NO_STATUS);
      // The template's output is not what the response template reads: its $input is empty (seen on AWS).
      return { status, headers: [], body: Buffer.alloc(0) };
    },
    responses: compileIntegrationResponses(document, methodResponses, 'integrationResponses', binary),
  };
}

const NO_STATUS =
  'Unable to parse statusCode. It should be an integer that is defined in the request template.';
