import { functionChoices } from '@/components/console/functionChoices';
import type { Actor } from '@/lib/model/role';
import type { ResourceServer, UserPool } from '@/lib/model/userPool';
import { control } from '@/lib/runtime/slot';
import type { AuthorizerChoices, PoolChoice } from './AuthorizerChoices';

/** Those that every pool knows (OpenID Connect Core 1.0, section 5.4). */
const standardScopes = ['openid', 'email', 'profile'];

/** The functions and user pools of this installation. */
export async function readAuthorizerChoices(actor: Actor): Promise<AuthorizerChoices> {
  const [functions, pools] = await Promise.all([control().functions.list(actor), readPoolChoices(actor)]);
  return { functions: functionChoices(functions), pools };
}

/** The user pools with the scopes that a method may ask for. */
export async function readPoolChoices(actor: Actor): Promise<PoolChoice[]> {
  const { userPools } = control();
  const pools = await userPools.list(actor);
  return Promise.all(
    pools.map(async (pool) => poolChoice(pool, await userPools.resourceServers(actor, pool.id))),
  );
}

/** A resource server's scope is named `identifier/name` in a token, as on Cognito. */
const poolChoice = ({ id, name, arn }: UserPool, servers: readonly ResourceServer[]): PoolChoice => ({
  id,
  name,
  arn,
  scopes: [
    ...standardScopes,
    ...servers.flatMap(({ identifier, scopes }) => scopes.map((scope) => `${identifier}/${scope.name}`)),
  ],
});
