import { eq } from 'drizzle-orm';
import type { Provider } from 'oidc-provider';
import { userPools } from '@/db/schema';
import type { ControlPorts } from '@/lib/control/ports';
import { openPool } from '@/lib/control/userPools/tokens/openPool';
import { issueCognitoTokens } from './cognitoTokens';
import { providerConfiguration } from './providerConfiguration';

export type LogFault = (message: string, fields: Record<string, unknown>) => void;

/** The pools' OpenID providers: made when first asked for, and anew when their pool has changed. */
export class PoolProviders {
  private readonly made = new Map<string, { mark: string; provider: Provider }>();

  constructor(
    private readonly ports: ControlPorts,
    private readonly logFault: LogFault,
  ) {}

  /** @returns undefined for a pool that is not there */
  async of(userPoolId: string): Promise<Provider | undefined> {
    const [row] = await this.ports.db.select().from(userPools).where(eq(userPools.id, userPoolId));
    if (!row) {
      this.made.delete(userPoolId);
      return undefined;
    }
    const mark = JSON.stringify([row.settings, row.keysSealed, row.resourceServers]);
    const known = this.made.get(userPoolId);
    if (known?.mark === mark) return known.provider;
    const provider = await this.make(row);
    this.made.set(userPoolId, { mark, provider });
    return provider;
  }

  private async make(row: typeof userPools.$inferSelect): Promise<Provider> {
    const oidc = await import('oidc-provider');
    const pool = openPool(this.ports, row);
    const cookieKey = this.ports.secrets.hash(`cookies of user pool ${row.id}`);
    const provider = new oidc.Provider(
      pool.issuer,
      providerConfiguration(oidc, this.ports, pool, [cookieKey]),
    );
    // The listener says under which address it is reached (userPoolListener); what a client says of it is replaced.
    provider.proxy = true;
    issueCognitoTokens(oidc, provider, this.ports, pool);
    provider.on('server_error', (_context, error) =>
      this.logFault('A user pool could not answer', { userPoolId: row.id, stack: error.stack }),
    );
    return provider;
  }
}
