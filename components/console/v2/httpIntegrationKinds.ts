import { functionWords, invocationUri } from '@/components/console/functionUri';
import type { IntegrationInput } from '@/lib/model/v2/integration';

/** What a person chooses among; AWS has two types with a subtype and a connection type for them. */
export type HttpIntegrationKind = 'HTTP' | 'FUNCTION' | 'SERVICE' | 'VPC_LINK';

export const httpIntegrationKinds: readonly { value: HttpIntegrationKind; label: string }[] = [
  { value: 'HTTP', label: 'HTTP: a URL is called' },
  { value: 'FUNCTION', label: 'Lambda function' },
  { value: 'SERVICE', label: 'AWS service: one of its actions' },
  { value: 'VPC_LINK', label: 'VPC link: its targets are called' },
];

export function kindOfIntegration(integration: IntegrationInput): HttpIntegrationKind {
  if (integration.integrationType === 'AWS_PROXY')
    return integration.integrationSubtype ? 'SERVICE' : 'FUNCTION';
  return integration.connectionType === 'VPC_LINK' ? 'VPC_LINK' : 'HTTP';
}

/** An integration of another kind begins with what the kinds share. */
export function integrationOfKind(
  kind: HttpIntegrationKind,
  { timeoutInMillis, description, credentialsArn }: Partial<IntegrationInput>,
): IntegrationInput {
  const shared = {
    ...(timeoutInMillis !== undefined && { timeoutInMillis }),
    ...(description !== undefined && { description }),
  };
  const role = credentialsArn === undefined ? {} : { credentialsArn };
  if (kind === 'FUNCTION')
    return {
      integrationType: 'AWS_PROXY',
      integrationUri: '',
      payloadFormatVersion: '2.0',
      ...shared,
      ...role,
    };
  if (kind === 'SERVICE')
    return { integrationType: 'AWS_PROXY', ...ofSubtype('SQS-SendMessage'), ...shared, ...role };
  return {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'ANY',
    integrationUri: '',
    ...(kind === 'VPC_LINK' && { connectionType: 'VPC_LINK', connectionId: '' }),
    ...shared,
  };
}

/** The members that a service's action gives an integration. */
export const ofSubtype = (integrationSubtype: string) => ({
  integrationSubtype,
  payloadFormatVersion: '1.0' as const,
  requestParameters: {},
});

/** An integration in one line, e.g. `GET https://backend.example` or `Lambda hello:live`. */
export function integrationWords(integration: IntegrationInput): string {
  const { integrationUri = '', integrationMethod = 'ANY', integrationSubtype, connectionId } = integration;
  const kind = kindOfIntegration(integration);
  if (kind === 'SERVICE') return integrationSubtype ?? '';
  if (kind === 'FUNCTION')
    return `Lambda ${integrationUri.includes(':apigateway:') ? functionWords(integrationUri) : functionWords(invocationUri(integrationUri))}`;
  const call = `${integrationMethod} ${integrationUri}`;
  return kind === 'VPC_LINK' ? `${call} by VPC link ${connectionId ?? ''}` : call;
}
