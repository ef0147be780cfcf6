import { authorizerLabel, comparableAuthorizer, comparablePolicy } from './comparableAuthorizer';
import { comparableModel } from './comparableModel';
import type { Change } from './deployment';
import { diffMembers } from './diffMembers';
import { diffNamed, keyed, type Named } from './diffNamed';
import type { Integration } from './integration';
import type { Method } from './method';
import { methodMemberLabel } from './methodMemberLabel';
import type { RestApiDefinition } from './restApi';

/**
 * What `after` has that `before` has not, in sentences: the API itself, then resources and methods by path, then
 * authorizers, models and validators by name and gateway responses by type. Ids do not count: the same path imported
 * anew is the same resource. Nor does it whether what goes without saying is said.
 */
export function diffDefinitions(before: RestApiDefinition, after: RestApiDefinition): Change[] {
  return [
    ...diffMembers('API', settings(before), settings(after), settingLabel),
    ...diffNamed(resources(before), resources(after), (path) => `Resource ${path}`),
    ...diffNamed(methods(before), methods(after), (name) => name, methodMemberLabel),
    ...diffNamed(authorizers(before), authorizers(after), (name) => `Authorizer ${name}`, authorizerLabel),
    ...diffNamed(models(before), models(after), (name) => `Model ${name}`),
    ...diffNamed(validators(before), validators(after), (name) => `Request validator ${name}`),
    ...diffNamed(responses(before), responses(after), (type) => `Gateway response ${type}`, responseLabel),
  ];
}

function settings(definition: RestApiDefinition): Record<string, unknown> {
  const { name, description, version, minimumCompressionSize } = definition;
  const { binaryMediaTypes = [], apiKeySource = 'HEADER' } = definition;
  return {
    name,
    description,
    version,
    binaryMediaTypes: keyed(binaryMediaTypes),
    minimumCompressionSize,
    apiKeySource,
    policy: comparablePolicy(definition),
    endpointType: definition.endpointConfiguration?.types[0] ?? 'EDGE',
    disableExecuteApiEndpoint: definition.disableExecuteApiEndpoint ?? false,
  };
}

const settingWords: Record<string, string> = {
  minimumCompressionSize: 'minimum compression size in bytes',
  apiKeySource: 'API key source',
  policy: 'resource policy',
  endpointType: 'endpoint type',
  disableExecuteApiEndpoint: 'disabled default endpoint',
};

function settingLabel([member = '', ...rest]: string[]): string {
  return member === 'binaryMediaTypes'
    ? `binary media type ${rest.join('.')}`
    : (settingWords[member] ?? member);
}

/** Resources without methods only: a method's sentence names its path already. */
function resources({ resources: all }: RestApiDefinition): Named {
  const bare = all.filter(
    ({ path, resourceMethods }) => path !== '/' && Object.keys(resourceMethods).length === 0,
  );
  return new Map(bare.map(({ path }) => [path, {}]));
}

function methods({ resources: all, requestValidators, authorizers = [] }: RestApiDefinition): Named {
  const names = new Map([...requestValidators, ...authorizers].map(({ id, name }) => [id, name]));
  return new Map(
    all.flatMap(({ path, resourceMethods }) =>
      Object.values(resourceMethods).map((method) => [`${method.httpMethod} ${path}`, byName(method, names)]),
    ),
  );
}

/** A method that names its validator and its authorizer instead of giving their ids. */
function byName(method: Method, names: Map<string, string>): Record<string, unknown> {
  const { httpMethod, requestValidatorId, authorizerId, authorizationScopes = [], ...rest } = method;
  const { methodIntegration, ...members } = rest;
  const requestValidator = requestValidatorId && (names.get(requestValidatorId) ?? requestValidatorId);
  return {
    ...members,
    methodIntegration: methodIntegration && outspoken(methodIntegration),
    requestValidator,
    authorizer: authorizerId && (names.get(authorizerId) ?? authorizerId),
    authorizationScopes: keyed(authorizationScopes),
  };
}

/** An integration that says what an absent member means. */
function outspoken({ cacheKeyParameters = [], ...integration }: Integration): Record<string, unknown> {
  return {
    ...integration,
    tlsConfig: integration.tlsConfig ?? { insecureSkipVerification: false },
    connectionType: integration.connectionType ?? 'INTERNET',
    responseTransferMode: integration.responseTransferMode ?? 'BUFFERED',
    cacheKeyParameters: keyed(cacheKeyParameters),
  };
}

function authorizers({ authorizers: all = [] }: RestApiDefinition): Named {
  return new Map(all.map((authorizer) => [authorizer.name, comparableAuthorizer(authorizer)]));
}

function models({ models: all }: RestApiDefinition): Named {
  return new Map(all.map((model) => [model.name, comparableModel(model)]));
}

function validators({ requestValidators: all }: RestApiDefinition): Named {
  return new Map(
    all.map(({ name, validateRequestParameters, validateRequestBody = false }) => [
      name,
      { validateRequestParameters, validateRequestBody },
    ]),
  );
}

function responses({ gatewayResponses = [] }: RestApiDefinition): Named {
  return new Map(gatewayResponses.map(({ responseType, ...members }) => [responseType, members]));
}

function responseLabel([member = '', ...rest]: string[]): string {
  if (member === 'statusCode') return 'status code';
  const name = rest.join('.');
  return member === 'responseTemplates'
    ? `template for ${name}`
    : `header ${name.replace('gatewayresponse.header.', '')}`;
}
