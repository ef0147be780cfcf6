import type { FieldError } from '@/lib/model/ControlError';
import { integrationSubtypes } from '@/lib/model/v2/integrationSubtypes';
import type { IntegrationState } from './integrationPart';

/** What is wrong with an integration that names a service's action. */
export function subtypeFaults(integration: IntegrationState): FieldError[] {
  const { integrationSubtype, integrationType, credentialsArn, requestParameters = {} } = integration;
  if (!integrationSubtype) return [];
  const known = integrationSubtypes[integrationSubtype];
  if (!known || integrationType !== 'AWS_PROXY')
    return [{ field: 'integrationSubtype', message: `Invalid integration subtype: ${integrationSubtype}` }];
  const { required, optional } = known;
  const names = Object.keys(requestParameters);
  const missing = required.filter((name) => !names.includes(name));
  const extra = names.filter((name) => !required.includes(name) && !optional.includes(name));
  const rules: [wrong: boolean, field: string, message: string][] = [
    [!credentialsArn, 'credentialsArn', `credentialsArn is required for ${integrationSubtype}`],
    [missing.length > 0, 'requestParameters', `Missing required request parameters: ${missing.join(', ')}`],
    [extra.length > 0, 'requestParameters', `Unsupported request parameters: ${extra.join(', ')}`],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}
