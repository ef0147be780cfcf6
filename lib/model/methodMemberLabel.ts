import { requestBodyKey } from './parameterDocumentation';

const words: Record<string, string> = {
  authorizationType: 'authorization type',
  authorizer: 'authorizer',
  apiKeyRequired: 'API key required',
  operationName: 'operation name',
  requestValidator: 'request validator',
  summary: 'summary',
  description: 'description',
  tags: 'tags',
  methodIntegration: 'integration',
  'methodIntegration.type': 'integration type',
  'methodIntegration.uri': 'integration URI',
  'methodIntegration.credentials': 'integration credentials',
  'methodIntegration.httpMethod': 'integration HTTP method',
  'methodIntegration.passthroughBehavior': 'integration passthrough behavior',
  'methodIntegration.timeoutInMillis': 'integration timeout in ms',
  'methodIntegration.contentHandling': 'integration content handling',
  'methodIntegration.cacheNamespace': 'integration cache namespace',
  'methodIntegration.tlsConfig.insecureSkipVerification': 'integration without certificate checks',
  'methodIntegration.connectionType': 'integration connection type',
  'methodIntegration.connectionId': 'integration VPC link',
  'methodIntegration.responseTransferMode': 'integration response transfer mode',
};

/** A method's member in words: [`methodIntegration`, `uri`] -> `integration URI`. */
export function methodMemberLabel(path: string[]): string {
  const known = words[path.join('.')];
  if (known) return known;
  const [member = '', ...rest] = path;
  if (member === 'authorizationScopes') return `authorization scope ${rest.join('.')}`;
  if (member === 'requestParameters') return `request parameter ${short(rest)}`;
  if (member === 'parameterDocumentation') return documentationLabel('request parameter', rest);
  if (member === 'requestModels') return `request model for ${rest.join('.')}`;
  if (member === 'methodResponses') return responseLabel('method response', rest);
  if (member === 'methodIntegration') return integrationLabel(rest);
  return path.join('.');
}

function integrationLabel([member = '', ...rest]: string[]): string {
  if (member === 'requestParameters') return `integration request ${short(rest)}`;
  if (member === 'requestTemplates') return `request template for ${rest.join('.')}`;
  if (member === 'cacheKeyParameters') return `cache key parameter ${rest.join('.')}`;
  if (member === 'integrationResponses') return responseLabel('integration response', rest);
  return `integration ${[member, ...rest].join('.')}`;
}

const responseWords: Record<string, string> = {
  selectionPattern: 'selection pattern',
  contentHandling: 'content handling',
};

function responseLabel(kind: string, [code = '', member, ...rest]: string[]): string {
  const response = `${kind} ${code}`;
  if (member === undefined) return response;
  if (member === 'responseParameters') return `${short(rest)} of ${response}`;
  if (member === 'responseModels') return `model for ${rest.join('.')} of ${response}`;
  if (member === 'parameterDocumentation') return `${documentationLabel('', rest)} of ${response}`;
  if (member === 'responseTemplates') return `template for ${rest.join('.')} of ${response}`;
  return `${responseWords[member] ?? member} of ${response}`;
}

/** [`method.request.querystring.q`, `schema`, `type`] -> `type of request parameter querystring q` */
function documentationLabel(kind: string, [key, ...rest]: string[]): string {
  if (key === undefined) return `documentation of ${kind ? `${kind}s` : 'headers'}`;
  const [member = 'documentation', ...inner] = rest;
  const what = member === 'schema' ? inner.join('.') || 'type' : member;
  const name = key === requestBodyKey ? 'request body' : [kind, short([key])].filter(Boolean).join(' ');
  return `${what} of ${name}`;
}

/** `method.request.path.petId` -> `path petId` */
function short(rest: string[]): string {
  const [, location = '', name = ''] =
    /^(?:method|integration)\.(?:request|response)\.([a-z]+)\.(.+)$/.exec(rest.join('.')) ?? [];
  return location ? `${location} ${name}` : rest.join('.');
}
