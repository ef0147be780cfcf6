import { type DocumentationPartLocation, type DocumentationPartType, normalLocation } from './documentation';

export const documentationTypeWords: Record<DocumentationPartType, string> = {
  API: 'API',
  AUTHORIZER: 'Authorizer',
  MODEL: 'Model',
  RESOURCE: 'Resource',
  METHOD: 'Method',
  PATH_PARAMETER: 'Path parameter',
  QUERY_PARAMETER: 'Query parameter',
  REQUEST_HEADER: 'Request header',
  REQUEST_BODY: 'Request body',
  RESPONSE: 'Response',
  RESPONSE_HEADER: 'Response header',
  RESPONSE_BODY: 'Response body',
};

/** A location in words, e.g. `Response 404 of every method below /pets`. */
export function documentationAddress(location: DocumentationPartLocation): string {
  const { type, path, method, statusCode, name } = normalLocation(location);
  const what = [documentationTypeWords[type], name].filter(Boolean).join(' ');
  if (path === undefined) return what;
  if (type === 'RESOURCE') return `${what} ${path}`;
  if (type === 'METHOD' && method !== '*') return `${method} ${path}`;
  const code = statusCode === undefined || statusCode === '*' ? '' : ` ${statusCode}`;
  if (type === 'METHOD') return `Every method below ${path}`;
  return `${what}${code} of ${method === '*' ? `every method below ${path}` : `${method} ${path}`}`;
}
