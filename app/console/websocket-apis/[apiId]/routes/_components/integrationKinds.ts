import { functionWords, invokedArn } from '@/components/console/functionUri';
import type { IntegrationInput } from '@/lib/model/v2/integration';

/** What a person chooses among; AWS's type AWS is a function or any other service, by its URI. */
export const integrationKinds = [
  { value: 'LAMBDA_PROXY', label: 'Lambda function: the event as it is' },
  { value: 'LAMBDA', label: 'Lambda function: by templates' },
  { value: 'HTTP_PROXY', label: 'HTTP: the message as it is' },
  { value: 'HTTP', label: 'HTTP: by templates' },
  { value: 'AWS', label: 'AWS service' },
  { value: 'MOCK', label: 'Mock: answers without a backend' },
] as const;
export type IntegrationKind = (typeof integrationKinds)[number]['value'];

const typeOf: Record<IntegrationKind, IntegrationInput['integrationType']> = {
  LAMBDA_PROXY: 'AWS_PROXY',
  LAMBDA: 'AWS',
  HTTP_PROXY: 'HTTP_PROXY',
  HTTP: 'HTTP',
  AWS: 'AWS',
  MOCK: 'MOCK',
};

export function kindOf({ integrationType, integrationUri = '' }: IntegrationInput): IntegrationKind {
  if (integrationType === 'AWS_PROXY') return 'LAMBDA_PROXY';
  if (integrationType === 'AWS') return invokedArn(integrationUri) === undefined ? 'AWS' : 'LAMBDA';
  return integrationType;
}

export const isProxy = ({ integrationType }: IntegrationInput): boolean =>
  integrationType === 'AWS_PROXY' || integrationType === 'HTTP_PROXY';

/** The input when another kind is chosen: what both have stays. */
export function withKind(before: IntegrationInput, kind: IntegrationKind): IntegrationInput {
  const { integrationUri: _uri, integrationMethod: _method, requestTemplates, ...rest } = before;
  const isSame = kindFamily(kindOf(before)) === kindFamily(kind);
  const templates = requestTemplates ?? (kind === 'MOCK' ? { $default: '{"statusCode": 200}' } : undefined);
  return {
    ...rest,
    integrationType: typeOf[kind],
    ...(isSame && before.integrationUri && { integrationUri: before.integrationUri }),
    ...methodOf(kind),
    ...(templates && kind !== 'LAMBDA_PROXY' && kind !== 'HTTP_PROXY' && { requestTemplates: templates }),
  };
}

/** Functions and AWS services are called by POST. */
const methodOf = (kind: IntegrationKind) => (kind === 'MOCK' ? {} : { integrationMethod: 'POST' });
const kindFamily = (kind: IntegrationKind) => kind.replace('_PROXY', '');

/** What an integration does, in one line. */
export function integrationWords(integration: IntegrationInput): string {
  const { integrationUri = '', integrationMethod = '' } = integration;
  const words: Record<IntegrationKind, string> = {
    LAMBDA_PROXY: `Lambda proxy: ${functionWords(integrationUri)}`,
    LAMBDA: `Lambda: ${functionWords(integrationUri)}`,
    HTTP_PROXY: `HTTP proxy: ${integrationMethod} ${integrationUri}`,
    HTTP: `HTTP: ${integrationMethod} ${integrationUri}`,
    AWS: `AWS service: ${integrationUri}`,
    MOCK: 'Mock',
  };
  return words[kindOf(integration)];
}
