import { type Authorizer, type AuthorizerInput, authorizerInput } from '@/lib/model/v2/authorizer';

export const authorizerDraft = authorizerInput;

/** What a new authorizer begins with. */
export function draftOfKind(
  authorizerType: AuthorizerInput['authorizerType'],
  name: string,
): AuthorizerInput {
  const identitySource = ['$request.header.Authorization'];
  if (authorizerType === 'JWT')
    return { name, authorizerType, identitySource, jwtConfiguration: { issuer: '', audience: [] } };
  return {
    name,
    authorizerType,
    identitySource,
    authorizerUri: '',
    authorizerPayloadFormatVersion: '2.0',
    enableSimpleResponses: true,
    authorizerResultTtlInSeconds: 300,
  };
}

export function draftOfAuthorizer(authorizer: Authorizer | undefined): AuthorizerInput {
  if (!authorizer) return draftOfKind('JWT', '');
  const { authorizerId: _id, ...input } = authorizer;
  return input;
}

/** V2's update keeps what is not said: what was emptied is said as empty. */
export function inputOfAuthorizer(draft: AuthorizerInput): AuthorizerInput {
  const identitySource = (draft.identitySource ?? []).filter(Boolean);
  if (draft.authorizerType === 'JWT') {
    const { issuer = '', audience = [] } = draft.jwtConfiguration ?? {};
    return { ...draft, identitySource, jwtConfiguration: { issuer, audience: audience.filter(Boolean) } };
  }
  const isSimple = draft.authorizerPayloadFormatVersion === '2.0' && (draft.enableSimpleResponses ?? false);
  return {
    ...draft,
    identitySource,
    enableSimpleResponses: isSimple,
    authorizerCredentialsArn: draft.authorizerCredentialsArn ?? '',
    authorizerResultTtlInSeconds: draft.authorizerResultTtlInSeconds ?? 0,
  };
}
