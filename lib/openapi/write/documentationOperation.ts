import type { DocumentationPartType } from '@/lib/model/documentation';
import { extensionsOf, operationProse, proseOf } from './documentationMembers';
import { describeNode, isPart, mapMembers, type Resolve } from './documentationNode';
import type { Part } from './ExportContext';

interface Place {
  path: string;
  method: string;
}

const parameterTypes: Record<string, DocumentationPartType> = {
  path: 'PATH_PARAMETER',
  query: 'QUERY_PARAMETER',
  header: 'REQUEST_HEADER',
};

/** An operation with its parameters, body and responses, documented. */
export function describeOperation(resolve: Resolve, operation: Part, at: Place): Part {
  const { summary, description, tags, parameters, requestBody, responses } = operation;
  const said = Object.entries({ summary, description, tags }).filter(([, value]) => value !== undefined);
  const properties = resolve({ type: 'METHOD', ...at }, Object.fromEntries(said));
  return {
    ...operationProse(properties),
    ...operation,
    ...operationProse(properties),
    ...(Array.isArray(parameters) && {
      parameters: parameters.map((each: unknown) =>
        isPart(each) ? describeParameter(resolve, each, at) : each,
      ),
    }),
    ...(isPart(requestBody) && {
      requestBody: describeNode(resolve, requestBody, { type: 'REQUEST_BODY', ...at }),
    }),
    responses: mapMembers(responses, (response, code) =>
      describeResponse(resolve, response, { ...at, code }),
    ),
    ...extensionsOf(properties),
  };
}

function describeParameter(resolve: Resolve, parameter: Part, at: Place): Part {
  if (parameter.in === 'body') return describeNode(resolve, parameter, { type: 'REQUEST_BODY', ...at });
  const type = parameterTypes[String(parameter.in)];
  return type ? describeNode(resolve, parameter, { type, ...at, name: String(parameter.name) }) : parameter;
}

/** The standard has no prose of a response's body: it stands below the response's own. */
function describeResponse(
  resolve: Resolve,
  response: Part,
  { code, ...place }: Place & { code: string },
): Part {
  const at = { ...place, statusCode: code };
  const { description, headers } = response;
  // "200 response" is what an export says of every response, not what this one says of itself.
  const isOwn = /^[1-5]\d\d$/.test(code) && description !== `${code} response`;
  const properties = resolve({ type: 'RESPONSE', ...at }, isOwn ? { description } : {});
  const body = proseOf(resolve({ type: 'RESPONSE_BODY', ...at })).description;
  const own = proseOf(properties).description ?? description;
  return {
    ...response,
    description: body === undefined ? own : `${own}\n\n${body}`,
    ...(isPart(headers) && {
      headers: mapMembers(headers, (header, name) =>
        describeNode(resolve, header, { type: 'RESPONSE_HEADER', ...at, name }),
      ),
    }),
    ...extensionsOf(properties),
  };
}
