import { functionWords } from '@/components/console/functionUri';
import { AWS_TIMEOUT, type Integration } from '@/lib/model/integration';
import type { Method } from '@/lib/model/method';
import type { RequestValidator } from '@/lib/model/restApi';
import { validatorWords } from '../../../validators/_components/validatorWords';
import { authorizationOf, authorizationWords } from '../authorization/authorization';
import type { MethodAuthorizer } from '../authorization/MethodAuthorizer';
import { isFunctionKind, kindOf, kindTitles } from '../integration/integrationKinds';
import { serviceWords } from '../integration/serviceUri';
import type { Station } from './boxes';

/** What each box of a method does, in one line each. */
export function boxSummaries(
  method: Method,
  validators: readonly RequestValidator[],
  authorizers: readonly MethodAuthorizer[],
): Record<Station, string> {
  const integration = method.methodIntegration;
  return {
    methodRequest: methodRequest(method, validators, authorizers),
    integrationRequest: integration ? integrationRequest(integration) : 'No integration yet',
    backend: integration ? backend(integration) : 'None',
    integrationResponse: integration ? integrationResponse(integration) : 'None',
    methodResponse: methodResponse(method),
  };
}

function methodRequest(
  method: Method,
  validators: readonly RequestValidator[],
  authorizers: readonly MethodAuthorizer[],
): string {
  const { authorizationScopes: scopes = [] } = method;
  const parameters = Object.values(method.requestParameters);
  const required = parameters.filter(Boolean).length;
  const models = Object.keys(method.requestModels).length;
  const validator = validators.find(({ id }) => id === method.requestValidatorId);
  return sentence(
    authorizationWords(authorizationOf(method, authorizers)),
    scopes.length > 0 && count(scopes.length, 'scope'),
    method.apiKeyRequired && 'API key required',
    parameters.length > 0 && count(parameters.length, 'parameter'),
    required > 0 && `${required} required`,
    models > 0 && count(models, 'model'),
    validator && checkedWords(validator),
  );
}

/** Of a validator that checks nothing there is nothing to say. */
function checkedWords(validator: RequestValidator): string | undefined {
  const words = validatorWords(validator).toLowerCase();
  return words === 'nothing' ? undefined : `${words} checked`;
}

function integrationRequest(integration: Integration): string {
  const templates = Object.keys(integration.requestTemplates).length;
  const mappings = Object.keys(integration.requestParameters).length;
  const { cacheKeyParameters: cacheKeys = [] } = integration;
  return sentence(
    calledWords(integration),
    integration.connectionType === 'VPC_LINK' && 'VPC link',
    integration.responseTransferMode === 'STREAM' && 'streamed',
    mappings > 0 && count(mappings, 'mapping'),
    templates > 0 && count(templates, 'template'),
    integration.timeoutInMillis !== AWS_TIMEOUT &&
      `${integration.timeoutInMillis.toLocaleString('en')} ms at most`,
    cacheKeys.length > 0 && count(cacheKeys.length, 'cache key'),
  );
}

/** `HTTP GET`, `Lambda proxy: hello:live`, `AWS service: sqs SendMessage` */
function calledWords(integration: Integration): string {
  const kind = kindOf(integration);
  const { uri = '', httpMethod = '' } = integration;
  if (isFunctionKind(kind)) return `${kindTitles[kind]}: ${functionWords(uri)}`;
  if (kind === 'AWS') return `${kindTitles[kind]}: ${serviceWords(uri)}`;
  return kind === 'MOCK' ? kindTitles[kind] : `${kindTitles[kind]} ${httpMethod}`.trim();
}

/** The function, the service's URI or the address without scheme; a mock has none. */
function backend(integration: Integration): string {
  const kind = kindOf(integration);
  const { uri = '' } = integration;
  if (kind === 'MOCK') return 'Answered here, nothing is called';
  if (isFunctionKind(kind)) return functionWords(uri);
  return uri.replace(/^https?:\/\//, '').replace(/^arn:aws[\w-]*:apigateway:/, '');
}

function integrationResponse({ type, integrationResponses }: Integration): string {
  if (type === 'HTTP_PROXY') return 'Passed on as it comes';
  if (type === 'AWS_PROXY') return 'What the function answers';
  const responses = Object.values(integrationResponses);
  if (responses.length === 0) return 'None: every answer becomes an error';
  const [only] = responses;
  if (responses.length === 1 && only && !only.selectionPattern) return `Always ${only.statusCode}`;
  const words = responses.map(({ statusCode, selectionPattern }) =>
    selectionPattern ? `${selectionPattern} to ${statusCode}` : `else ${statusCode}`,
  );
  return words.sort((a, b) => Number(a.startsWith('else')) - Number(b.startsWith('else'))).join(', ');
}

function methodResponse({ methodResponses }: Method): string {
  const responses = Object.values(methodResponses);
  const headers = new Set(responses.flatMap((response) => Object.keys(response.responseParameters)));
  if (responses.length === 0) return 'No status declared';
  return sentence(
    responses.map(({ statusCode }) => statusCode).join(', '),
    headers.size > 0 && count(headers.size, 'header'),
  );
}

const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const sentence = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(' · ');
