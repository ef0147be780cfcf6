import { and, eq } from 'drizzle-orm';
import { settings } from '@/db/schema';
import type { UserPoolClientInput } from '@/lib/model/userPool';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import type { ControlContext } from '../ControlContext';
import { runRead, runWrite } from '../operation';
import { permit } from '../permission';
import { createClient } from '../userPools/clients/create';
import { secretOf, type UserPoolClientRow } from '../userPools/clients/readClients';
import { updateClient } from '../userPools/clients/update';
import { findUserPool, issuerOf } from '../userPools/findUserPool';
import { chosenPool } from './signInPool';
import type { UsersControl } from './UsersControl';

const gatehouse = { kind: 'system', reason: 'for sign-in by a user pool' } as const;
const visitor = { kind: 'visitor' } as const;

/** Sign-in by a user pool, seen from the doors: which pool, and Gatehouse's own app client in it. */
export function signInPoolClient(
  context: ControlContext,
): Pick<UsersControl, 'signInPool' | 'signInPoolClient' | 'prepareSignInPool'> {
  const making = new Map<string, Promise<UserPoolClientRow>>();
  const signInPool = () => runRead(context, visitor, ({ db }) => chosenPool(db));
  const clientOf = (userPoolId: string) => {
    // Two who sign in at once must not make two clients: the code of one is worth nothing to the other.
    const made = making.get(userPoolId) ?? keptClient(context, userPoolId);
    making.set(userPoolId, made);
    return made.finally(() => making.delete(userPoolId));
  };
  return {
    signInPool,
    async signInPoolClient() {
      const pool = await signInPool();
      if (!pool) return null;
      const row = await clientOf(pool.userPoolId);
      const { config, secrets } = context.ports;
      const issuer = issuerOf(config, pool.userPoolId);
      return { ...pool, issuer, clientId: row.clientId, clientSecret: secretOf(secrets, row) ?? '' };
    },
    async prepareSignInPool(actor, userPoolId) {
      permit(actor, 'administrator', 'PrepareSignInPool');
      await runRead(context, actor, ({ db }) => findUserPool(db, userPoolId));
      await clientOf(userPoolId);
    },
  };
}

/** As it is stored, made or mended first: it may be gone, or know an older address of this console. */
async function keptClient(context: ControlContext, userPoolId: string): Promise<UserPoolClientRow> {
  const input = clientInput(context.ports.config.publicUrl);
  const found = await findKept(context, userPoolId);
  if (!found) await makeClient(context, userPoolId, input);
  else if (!input.callbackUrls?.every((url) => found.settings.callbackUrls.includes(url)))
    await updateClient(context)(gatehouse, userPoolId, found.clientId, input);
  else return found;
  const row = await findKept(context, userPoolId);
  if (!row) throw new Error(`The app client of user pool ${userPoolId} was deleted while it was made`);
  return row;
}

const clientInput = (publicUrl: string): UserPoolClientInput => ({
  clientName: 'Gatehouse console and portal',
  generateSecret: true,
  callbackUrls: [`${publicUrl.replace(/\/+$/, '')}/api/auth/callback/${userPoolProvider}`],
  explicitAuthFlows: [],
});

/** Row of the table `settings` that holds the client's id. */
const keptUnder = (userPoolId: string) => `signInClient/${userPoolId}`;

const findKept = (context: ControlContext, userPoolId: string) =>
  runRead(context, visitor, async ({ db }): Promise<UserPoolClientRow | undefined> => {
    const [kept] = await db
      .select()
      .from(settings)
      .where(eq(settings.name, keptUnder(userPoolId)));
    if (typeof kept?.value !== 'string') return undefined;
    const clientId = kept.value;
    return db.query.userPoolClients.findFirst({
      where: (client) => and(eq(client.clientId, clientId), eq(client.userPoolId, userPoolId)),
    });
  });

async function makeClient(
  context: ControlContext,
  userPoolId: string,
  input: UserPoolClientInput,
): Promise<void> {
  const { clientId } = await createClient(context)(gatehouse, userPoolId, input);
  await runWrite(context, gatehouse, 'PutSignInClient', async ({ db, audit }) => {
    const row = { name: keptUnder(userPoolId), value: clientId };
    await db.insert(settings).values(row).onConflictDoUpdate({ target: settings.name, set: row });
    audit(clientId, { userPoolId });
  });
}
