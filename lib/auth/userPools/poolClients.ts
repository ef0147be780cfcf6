import { and, eq } from 'drizzle-orm';
import { userPoolClients } from '@/db/schema';
import type { ControlPorts } from '@/lib/control/ports';
import { secretOf, type UserPoolClientRow } from '@/lib/control/userPools/clients/readClients';
import { customScopes, standardScopes } from '@/lib/control/userPools/scopes';
import type { OpenPool } from '@/lib/control/userPools/tokens/openPool';

export interface PoolClients {
  /** The client as OpenID Connect Dynamic Client Registration words it; undefined for another pool's. */
  find(clientId: string): Promise<Record<string, unknown> | undefined>;
}

export const scopesOf = ({ resourceServers }: Pick<OpenPool, 'resourceServers'>): string[] => [
  ...standardScopes,
  ...customScopes(resourceServers),
];

/** Read anew for each request, so that a change or a deletion holds at once. */
export function poolClients({ db, secrets }: ControlPorts, pool: OpenPool): PoolClients {
  return {
    async find(clientId) {
      const [row] = await db
        .select()
        .from(userPoolClients)
        .where(and(eq(userPoolClients.userPoolId, pool.id), eq(userPoolClients.clientId, clientId)));
      return row && metadataOf(row, secretOf(secrets, row), scopesOf(pool));
    },
  };
}

function metadataOf({ clientId, settings }: UserPoolClientRow, secret: string | null, scopes: string[]) {
  const { callbackUrls, logoutUrls, allowedOAuthFlows, allowedOAuthScopes, explicitAuthFlows } = settings;
  const code = allowedOAuthFlows.includes('code') && callbackUrls.length > 0;
  const refresh = code || explicitAuthFlows.includes('REFRESH_TOKEN_AUTH');
  return {
    client_id: clientId,
    client_name: settings.clientName,
    ...(secret === null
      ? { token_endpoint_auth_method: 'none' }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: secret }),
    application_type: [...callbackUrls, ...logoutUrls].every(isWeb) ? 'web' : 'native',
    redirect_uris: callbackUrls,
    post_logout_redirect_uris: logoutUrls,
    response_types: code ? ['code'] : [],
    grant_types: [
      ...(code ? ['authorization_code'] : []),
      ...(refresh ? ['refresh_token'] : []),
      ...(allowedOAuthFlows.includes('client_credentials') ? ['client_credentials'] : []),
    ],
    // Scopes whose resource server is gone would make the whole client invalid.
    scope: allowedOAuthScopes.filter((scope) => scopes.includes(scope)).join(' '),
  };
}

const isWeb = (address: string) => /^https?:/.test(address);
