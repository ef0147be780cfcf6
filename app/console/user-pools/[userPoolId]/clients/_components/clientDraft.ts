import {
  type ResourceServer,
  type UserPoolClient,
  type UserPoolClientInput,
  userPoolClientInput,
} from '@/lib/model/userPool';

export type OAuthFlow = UserPoolClient['allowedOAuthFlows'][number];
export type AuthFlow = UserPoolClient['explicitAuthFlows'][number];

/** The form's state: texts as typed, one address a line. */
export interface ClientDraft {
  clientName: string;
  generateSecret: boolean;
  callbackUrls: string;
  logoutUrls: string;
  allowedOAuthFlows: OAuthFlow[];
  allowedOAuthScopes: string[];
  explicitAuthFlows: AuthFlow[];
}

const defaults = userPoolClientInput.parse({ clientName: 'any' });

/** @param client absent: a new one */
export function clientDraftOf(client?: UserPoolClient): ClientDraft {
  const from = client ?? { ...defaults, clientName: '' };
  return {
    clientName: from.clientName,
    generateSecret: from.generateSecret,
    callbackUrls: from.callbackUrls.join('\n'),
    logoutUrls: from.logoutUrls.join('\n'),
    allowedOAuthFlows: from.allowedOAuthFlows,
    allowedOAuthScopes: from.allowedOAuthScopes,
    explicitAuthFlows: from.explicitAuthFlows,
  };
}

export const clientInputOf = (draft: ClientDraft): UserPoolClientInput => ({
  ...draft,
  callbackUrls: linesOf(draft.callbackUrls),
  logoutUrls: linesOf(draft.logoutUrls),
});

/** What the operation refused in a list, in one text with each line named. */
export function listErrors(
  faults: readonly { field: string; message: string }[],
  name: string,
): string | undefined {
  const words = faults
    .filter(({ field }) => field === name || field.startsWith(`${name}.`))
    .map(({ field, message }) => {
      const [, index] = field.split('.');
      return index === undefined ? message : `Line ${Number(index) + 1}: ${message}.`;
    });
  return words.join(' ') || undefined;
}

/** Every scope that a client of the pool can be allowed: OpenID Connect's and those of its resource servers. */
export const scopesOf = (servers: readonly ResourceServer[]): string[] => [
  'openid',
  'email',
  'profile',
  'phone',
  'aws.cognito.signin.user.admin',
  ...servers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`)),
];

export const toggled = <Item>(list: readonly Item[], item: Item, on: boolean): Item[] => {
  const rest = list.filter((each) => each !== item);
  return on ? [...rest, item] : rest;
};

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
