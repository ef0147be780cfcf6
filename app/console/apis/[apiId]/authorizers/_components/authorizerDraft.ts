import type { Authorizer, AuthorizerInput, authorizerTypes } from '@/lib/model/authorizer';
import { type IdentitySource, identitySourceOf, readIdentitySources } from './identitySources';

export type AuthorizerType = (typeof authorizerTypes)[number];

/** Lines come and go: `id` tells them apart. */
export type SourceDraft = IdentitySource & { id: number };
export interface ProviderDraft {
  id: number;
  /** ARN of a user pool, or URL of an issuer */
  text: string;
}

/** An authorizer as its form has it: texts as typed, and what other types need, kept while the type is tried. */
export interface AuthorizerDraft {
  name: string;
  type: AuthorizerType;
  authorizerUri: string;
  /** what the form does not show and keeps: a role to call the function with, an imported word about the type */
  kept: Pick<AuthorizerInput, 'authorizerCredentials' | 'authType'>;
  /** header that holds the token: TOKEN and COGNITO_USER_POOLS */
  tokenHeader: string;
  sources: SourceDraft[];
  identityValidationExpression: string;
  cached: boolean;
  ttl: string;
  providers: ProviderDraft[];
}

const defaultTtl = '300';

/** @param authorizer absent: a new one */
export function authorizerDraft(authorizer?: Authorizer): AuthorizerDraft {
  const sources = readIdentitySources(authorizer?.identitySource ?? 'method.request.header.Authorization');
  const ttl = authorizer?.authorizerResultTtlInSeconds;
  return {
    name: authorizer?.name ?? '',
    type: authorizer?.type ?? 'TOKEN',
    authorizerUri: authorizer?.authorizerUri ?? '',
    kept: keptOf(authorizer),
    tokenHeader: sources.find(({ location }) => location === 'header')?.name ?? 'Authorization',
    sources: sources.map((source, id) => ({ ...source, id })),
    identityValidationExpression: authorizer?.identityValidationExpression ?? '',
    cached: ttl !== 0,
    ttl: ttl ? String(ttl) : defaultTtl,
    providers: (authorizer?.providerARNs ?? []).map((text, id) => ({ text, id })),
  };
}

const keptOf = ({ authorizerCredentials, authType }: Partial<Authorizer> = {}) => ({
  ...(authorizerCredentials !== undefined && { authorizerCredentials }),
  ...(authType !== undefined && { authType }),
});

/** What the operation gets: only what the type has. A text that is no number goes as it is none. */
export function authorizerInputOf(draft: AuthorizerDraft): AuthorizerInput {
  const { name, type } = draft;
  const { identityValidationExpression: expression } = draft;
  const identitySource =
    type === 'REQUEST'
      ? identitySourceOf(draft.sources)
      : `method.request.header.${draft.tokenHeader.trim()}`;
  return {
    name,
    type,
    ...draft.kept,
    ...(identitySource && { identitySource }),
    ...(type !== 'REQUEST' && expression && { identityValidationExpression: expression }),
    ...(type === 'COGNITO_USER_POOLS' ? { providerARNs: providersOf(draft) } : functionPart(draft)),
  };
}

function functionPart({ authorizerUri, cached, ttl }: AuthorizerDraft) {
  return {
    ...(authorizerUri && { authorizerUri }),
    authorizerResultTtlInSeconds: cached ? Number(ttl.trim() || Number.NaN) : 0,
  };
}

const filled = ({ providers }: AuthorizerDraft) => providers.filter(({ text }) => text.trim() !== '');
const providersOf = (draft: AuthorizerDraft) => filled(draft).map(({ text }) => text.trim());

/** Where the operation refuses a line: empty ones are not counted. */
export const providerField = (draft: AuthorizerDraft, provider: ProviderDraft): string =>
  `providerARNs.${filled(draft).findIndex(({ id }) => id === provider.id)}`;

/** Paths of the fields that the form shows errors at; all others go above the form. */
export const fieldsOf = (draft: AuthorizerDraft): string[] => [
  ...['name', 'type', 'authorizerUri', 'identitySource', 'identityValidationExpression'],
  ...['authorizerResultTtlInSeconds', 'providerARNs'],
  ...draft.providers.map((provider) => providerField(draft, provider)),
];

/** An id that no line has yet. */
export const freshId = (lines: readonly { id: number }[]): number =>
  Math.max(-1, ...lines.map(({ id }) => id)) + 1;
