import type { MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import type { SourceNode } from '../source/SourceNode';
import type { ImportContext } from './ImportContext';
import { readDescription } from './readDescription';
import { readDocumentation } from './readDocumentation';
import { readContentModels } from './readRequestModels';
import { readSwaggerModels } from './readSwaggerModels';

const headerName = /^[A-Za-z0-9._$-]+$/;

/** `responses` with a status code; `default`, `4XX` and extensions are left unread, and so reported. */
export function readMethodResponses(
  context: ImportContext,
  operation: ReadonlyMap<string, SourceNode>,
  hint: string,
): Record<string, MethodResponse> {
  const responses: Record<string, MethodResponse> = {};
  const produces = operation.get('produces') ?? context.produces;
  for (const [statusCode, node] of context.reading.object(operation.get('responses'))) {
    if (/^[1-5]\d\d$/.test(statusCode))
      responses[statusCode] = readResponse(context, { statusCode, node, produces, hint });
    else if (!/^(default$|x-|[1-5]XX$)/.test(statusCode))
      context.reading.refuse(node, 'A status code is three digits, 100 to 599.');
  }
  return responses;
}

function readResponse(
  context: ImportContext,
  from: { statusCode: string; node: SourceNode; produces: SourceNode | undefined; hint: string },
): MethodResponse {
  const { reading, dialect } = context;
  const { statusCode } = from;
  const fields = reading.object(from.node);
  const hint = `${from.hint}Response${statusCode}`;
  const description = readDescription(fields.get('description'));
  const responseModels =
    dialect === 'swagger'
      ? readSwaggerModels(context, fields, from.produces, hint)
      : readContentModels(context, fields.get('content'), hint);
  return {
    statusCode,
    ...readHeaders(context, fields.get('headers')),
    responseModels,
    // AWS's export gives every response this description: it says nothing.
    ...(description && description !== `${statusCode} response` && { description }),
  };
}

type Headers = Pick<MethodResponse, 'responseParameters' | 'parameterDocumentation'>;

/** Declared, and not required: what AWS makes of a header; no document says that one is required. */
function readHeaders(context: ImportContext, headers: SourceNode | undefined): Headers {
  const { reading } = context;
  const responseParameters: Record<string, boolean> = {};
  const parameterDocumentation: Record<string, ParameterDocumentation> = {};
  for (const [name, node] of reading.object(headers)) {
    if (headerName.test(name)) {
      const key = `method.response.header.${name}`;
      responseParameters[key] = false;
      const documentation = readDocumentation(context, reading.object(node), 'header');
      if (documentation) parameterDocumentation[key] = documentation;
    } else {
      reading.warn(
        node,
        `The header name "${name.slice(0, 100)}" cannot be declared: letters, digits and . _ $ - only.`,
      );
      node.reading = 'whole';
    }
  }
  const isDocumented = Object.keys(parameterDocumentation).length > 0;
  return { responseParameters, ...(isDocumented && { parameterDocumentation }) };
}
