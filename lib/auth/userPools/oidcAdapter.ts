import type { Adapter } from 'oidc-provider';
import type { OidcRecords } from '@/lib/control/userPools/oidcRecords';
import type { Oidc } from './Oidc';
import type { PoolClients } from './poolClients';

/** One kind of the provider's records, on the pool's own tables. Clients are the pool's; nobody else makes any. */
export function oidcAdapter(
  { errors }: Oidc,
  kind: string,
  records: OidcRecords,
  clients: PoolClients,
): Adapter {
  return {
    find: (id) => (kind === 'Client' ? clients.find(id) : records.find(kind, id)),
    findByUid: (uid) => records.findByUid(kind, uid),
    findByUserCode: async () => undefined,
    upsert: (id, payload, expiresIn) => records.put(kind, id, payload, expiresIn),
    destroy: (id) => records.destroy(kind, id),
    revokeByGrantId: (grantId) => records.revokeByGrantId(grantId, kind),
    async consume(id) {
      // The provider has looked before; of two who came at once only one may go on.
      if (!(await records.consume(kind, id))) throw new errors.InvalidGrant(`${kind} was used already`);
    },
  };
}
