import type { MethodResponse } from '@/lib/model/method';
import type { SourceNode } from '../source/SourceNode';
import { acceptTextType } from './acceptTextType';
import type { ImportContext } from './ImportContext';
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
  // AWS's export gives every response this description; a better one has no place in a method response.
  reading.accept(fields.get('description'), `${statusCode} response`);
  const responseModels =
    dialect === 'swagger'
      ? readSwaggerModels(context, fields, from.produces, hint)
      : readContentModels(context, fields.get('content'), hint);
  return { statusCode, responseParameters: readHeaders(context, fields.get('headers')), responseModels };
}

function readHeaders(context: ImportContext, headers: SourceNode | undefined): Record<string, boolean> {
  const { reading } = context;
  const declared: Record<string, boolean> = {};
  for (const [name, node] of reading.object(headers)) {
    if (headerName.test(name)) {
      acceptTextType(context, reading.object(node));
      declared[`method.response.header.${name}`] = true;
    } else {
      reading.warn(
        node,
        `The header name "${name.slice(0, 100)}" cannot be declared: letters, digits and . _ $ - only.`,
      );
      node.reading = 'whole';
    }
  }
  return declared;
}
