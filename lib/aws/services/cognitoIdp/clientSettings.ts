import { z } from 'zod';
import type { UserPool, UserPoolClient, UserPoolClientInput } from '@/lib/model/userPool';
import { always, invalidParameter } from './inputOf';

const texts = z.array(z.string()).max(100);
const unit = z.enum(['seconds', 'minutes', 'hours', 'days']);
type Unit = z.output<typeof unit>;

/** What a client has here of CreateUserPoolClient's members; the others of AWS's are refused by name. */
export const clientMembers = {
  ExplicitAuthFlows: z.array(z.string()).max(10).optional(),
  SupportedIdentityProviders: z.array(z.literal('COGNITO', 'Only COGNITO is supported here')).optional(),
  CallbackURLs: texts.optional(),
  LogoutURLs: texts.optional(),
  AllowedOAuthFlows: z.array(z.string()).max(3).optional(),
  AllowedOAuthScopes: texts.optional(),
  AllowedOAuthFlowsUserPoolClient: z.boolean().optional(),
  PreventUserExistenceErrors: always('ENABLED'),
  EnableTokenRevocation: always(true),
  AccessTokenValidity: z.number().optional(),
  IdTokenValidity: z.number().optional(),
  RefreshTokenValidity: z.number().optional(),
  TokenValidityUnits: z
    .strictObject({
      AccessToken: unit.default('hours'),
      IdToken: unit.default('hours'),
      RefreshToken: unit.default('days'),
    })
    .prefault({}),
};
export type ClientMembers = z.output<z.ZodObject<typeof clientMembers>>;

/**
 * What is not given is Cognito's default, in updates too. Of the flows that a client of AWS's has by default only
 * refreshing exists here.
 * @throws AwsError InvalidParameterException, InvalidOAuthFlowException
 */
export function clientSettings(
  clientName: string,
  input: ClientMembers,
  pool: UserPool,
): UserPoolClientInput {
  checkValidity(input, pool);
  const allowedOAuthFlows = (input.AllowedOAuthFlows ?? []).map(oAuthFlow);
  if (allowedOAuthFlows.length > 0 && input.AllowedOAuthFlowsUserPoolClient !== true)
    throw invalidParameter('AllowedOAuthFlows take effect with AllowedOAuthFlowsUserPoolClient alone.');
  return {
    clientName,
    explicitAuthFlows: [...new Set((input.ExplicitAuthFlows ?? ['ALLOW_REFRESH_TOKEN_AUTH']).map(authFlow))],
    callbackUrls: input.CallbackURLs ?? [],
    logoutUrls: input.LogoutURLs ?? [],
    allowedOAuthFlows,
    allowedOAuthScopes: input.AllowedOAuthScopes ?? [],
  };
}

type AuthFlow = UserPoolClient['explicitAuthFlows'][number];
const authFlows = new Map<string, AuthFlow>([
  ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['ALLOW_REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH'],
  ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  // AWS's names until 2019.
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['ADMIN_NO_SRP_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
]);

function authFlow(name: string): AuthFlow {
  const flow = authFlows.get(name);
  if (flow) return flow;
  throw invalidParameter(
    `${name.slice(0, 64)} is not supported here: use ALLOW_USER_PASSWORD_AUTH, ALLOW_ADMIN_USER_PASSWORD_AUTH and ALLOW_REFRESH_TOKEN_AUTH.`,
  );
}

function oAuthFlow(name: string): 'code' | 'client_credentials' {
  if (name === 'code' || name === 'client_credentials') return name;
  throw invalidParameter(`${name.slice(0, 64)} is not supported here: use code or client_credentials.`);
}

const seconds: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Tokens of all of a pool's clients are valid as long: what a client asks for has to be just that. */
function checkValidity(input: ClientMembers, pool: UserPool): void {
  const { TokenValidityUnits: units } = input;
  const asked: [member: string, value: number | undefined, unit: Unit, is: number][] = [
    ['AccessTokenValidity', input.AccessTokenValidity, units.AccessToken, pool.accessTokenValidity * 60],
    ['IdTokenValidity', input.IdTokenValidity, units.IdToken, pool.idTokenValidity * 60],
    [
      'RefreshTokenValidity',
      input.RefreshTokenValidity,
      units.RefreshToken,
      pool.refreshTokenValidity * 86_400,
    ],
  ];
  for (const [member, value, each, is] of asked)
    if (value !== undefined && value * seconds[each] !== is)
      throw invalidParameter(`${member} is the pool's here, for all of its clients: ${is} seconds.`);
}

/** The secret is in the answer of CreateUserPoolClient, and never again. */
export const clientShape = (client: UserPoolClient & { clientSecret?: string }, pool: UserPool) => ({
  UserPoolId: pool.id,
  ClientId: client.clientId,
  ClientName: client.clientName,
  ClientSecret: client.clientSecret,
  CreationDate: new Date(client.createdDate),
  ExplicitAuthFlows: client.explicitAuthFlows.map((flow) => `ALLOW_${flow}`),
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: client.callbackUrls,
  LogoutURLs: client.logoutUrls,
  AllowedOAuthFlows: client.allowedOAuthFlows,
  AllowedOAuthScopes: client.allowedOAuthScopes,
  AllowedOAuthFlowsUserPoolClient: client.allowedOAuthFlows.length > 0,
  AccessTokenValidity: pool.accessTokenValidity,
  IdTokenValidity: pool.idTokenValidity,
  RefreshTokenValidity: pool.refreshTokenValidity,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
});
