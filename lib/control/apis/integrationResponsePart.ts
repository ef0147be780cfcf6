import {
  type IntegrationResponse,
  type IntegrationResponseInput,
  integrationResponseInput,
} from '@/lib/model/v2/integration';
import type { ApiPart } from './ApiPart';
import { fault } from './refuse';

export const integrationResponsePart: ApiPart<
  IntegrationResponse,
  IntegrationResponseInput,
  IntegrationResponseInput
> & { parentKind: 'integration' } = {
  kind: 'integrationResponse',
  name: 'IntegrationResponse',
  parentKind: 'integration',
  schema: integrationResponseInput,
  keyOf: ({ integrationResponseKey }) => integrationResponseKey,
  taken: ({ integrationResponseKey }) =>
    `Integration response with key ${integrationResponseKey} already exists for this integration`,
  complete({ api }, input) {
    if (api.protocolType === 'HTTP')
      throw fault('', 'Integration responses are not currently supported for HTTP protocol.');
    if (!/^(\$default|\/.+\/)$/.test(input.integrationResponseKey))
      throw fault(
        'integrationResponseKey',
        'Integration response key must be $default or a regular expression between slashes, e.g. /2\\d\\d/',
      );
    return input;
  },
  toItem: (integrationResponseId, settings) => ({ ...settings, integrationResponseId }),
};
