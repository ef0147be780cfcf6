import { ControlError } from '@/lib/model/ControlError';
import { type Authorizer, type AuthorizerInput, authorizerInput } from '@/lib/model/v2/authorizer';
import type { ApiPart } from './ApiPart';
import { checkAuthorizer } from './checkAuthorizer';
import { partRows } from './partRows';

export type AuthorizerState = AuthorizerInput;

/** AWS: 10 authorizers an API. */
const MOST_AUTHORIZERS = 10;

export const authorizerPart: ApiPart<Authorizer, AuthorizerInput, AuthorizerState> = {
  kind: 'authorizer',
  name: 'Authorizer',
  schema: authorizerInput,
  keyOf: ({ name }) => name,
  taken: ({ name }) => `Authorizer name must be unique. Authorizer ${name} already exists in this Api.`,
  limit: MOST_AUTHORIZERS,
  complete({ api }, input) {
    const cached = api.protocolType === 'HTTP' && input.authorizerType === 'REQUEST';
    const authorizer = {
      ...input,
      ...(cached && {
        authorizerResultTtlInSeconds:
          input.authorizerResultTtlInSeconds ?? (input.identitySource?.length ? 300 : 0),
      }),
    };
    checkAuthorizer(api.protocolType, authorizer);
    return authorizer;
  },
  toItem: (authorizerId, settings) => ({ ...settings, authorizerId }),
  async refuseDelete({ call, api }, id) {
    const routes = await partRows(call.db, api.apiId, 'route');
    const naming = routes.filter(
      ({ settings }) => 'authorizerId' in settings && settings.authorizerId === id,
    );
    if (naming.length === 0) return;
    const ids = naming.map((route) => route.id).join(', ');
    throw new ControlError(
      'ConflictException',
      `Cannot delete Authorizer because it is referenced by the following Routes with Ids: [${ids}]`,
    );
  },
};
