import { compileRequestParameters, type MappedParameters } from '../mapping/compileRequestParameters';
import { compileRequestTemplates } from '../mapping/compileRequestTemplates';
import { type BinaryTypes, convertRequest, textOf } from '../mapping/contentHandling';
import type { Exchange } from '../mapping/Exchange';
import { requestInput } from '../mapping/mappingInputs';
import { renderTemplate } from '../mapping/renderTemplate';
import type { IntegrationDocument } from '../snapshot/types';
import type { Overrides } from '../vtl/index';
import { applyRequestOverrides } from './applyRequestOverrides';

/** What a non-proxy integration makes of a call: nothing passes but what is mapped. */
export interface MappedRequest {
  contentType: string | undefined;
  mapped: MappedParameters;
  /** the template's output, or the body as content handling leaves it */
  body: Buffer;
  overrides: Overrides | undefined;
}

export interface RequestMapping {
  /** true when the caller's body must be at hand whatever the verb */
  needsBody: boolean;
  /** @throws GatewayError */
  map(exchange: Exchange, body: Buffer): MappedRequest;
}

/**
 * Compiles requestParameters, requestTemplates and contentHandling of HTTP and AWS integrations.
 * @throws Error naming what is wrong
 */
export function compileMappedRequest(
  document: IntegrationDocument,
  binary: BinaryTypes | undefined,
): RequestMapping {
  const parameters = compileRequestParameters(document.requestParameters);
  const chooseTemplate = compileRequestTemplates(document, 'requestTemplates');
  return {
    needsBody: parameters.needsBody || Object.keys(document.requestTemplates).length > 0,
    map: (exchange, body) => {
      const contentType = exchange.facts.request.header('content-type');
      const payload = convertRequest(body, contentType, binary, document.contentHandling);
      const mappable = parameters.needsBody ? payload.bytes.toString() : '';
      const mapped = parameters.map(requestInput(exchange, mappable));
      const template = chooseTemplate(contentType);
      const output = template && renderTemplate(template, exchange, textOf(payload));
      if (output) applyRequestOverrides(mapped, output.overrides);
      const sent = output ? Buffer.from(output.text) : payload.bytes;
      return { contentType, mapped, body: sent, overrides: output?.overrides };
    },
  };
}
