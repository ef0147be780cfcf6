import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

export interface UserPoolUses {
  clientCount: number;
  /** the authorizers that take the pool's tokens */
  authorizers: { restApiId: string; apiName: string; authorizerName: string }[];
  /** its people sign in to portal and console */
  signsIn: boolean;
}

/** Who would notice that the pool is gone, besides its users. */
export async function readUserPoolUses(actor: Actor, userPoolId: string): Promise<UserPoolUses> {
  const { authorizers, restApis, settings, userPools } = control();
  const [pool, clients, apis, { signInUserPoolId }] = await Promise.all([
    userPools.get(actor, userPoolId),
    userPools.clients(actor, userPoolId),
    restApis.list(actor),
    settings.get(actor),
  ]);
  const named = await Promise.all(
    apis.map(async ({ id, name }) =>
      (await authorizers.list(actor, id))
        .filter(({ providerARNs }) => providerARNs.includes(pool.arn))
        .map((authorizer) => ({ restApiId: id, apiName: name, authorizerName: authorizer.name })),
    ),
  );
  return {
    clientCount: clients.length,
    authorizers: named.flat(),
    signsIn: signInUserPoolId === userPoolId,
  };
}
