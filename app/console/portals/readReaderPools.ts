import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** A user pool that a portal's readers may sign in to. */
export interface ReaderPool {
  name: string;
  arn: string;
  issuer: string;
  /** those without a secret: a browser signs in by them */
  clients: { clientId: string; clientName: string; callbackUrls: string[] }[];
}

/** Every user pool with the clients that a portal can sign in by. */
export async function readReaderPools(actor: Actor): Promise<ReaderPool[]> {
  const { userPools } = control();
  const pools = await userPools.list(actor);
  return Promise.all(
    pools.map(async ({ id, name, arn, issuer }) => ({
      name,
      arn,
      issuer,
      clients: (await userPools.clients(actor, id))
        .filter(
          ({ generateSecret, allowedOAuthFlows }) => !generateSecret && allowedOAuthFlows.includes('code'),
        )
        .map(({ clientId, clientName, callbackUrls }) => ({ clientId, clientName, callbackUrls })),
    })),
  );
}
