import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { userPoolClients } from '@/db/schema';
import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import type { Actor } from '@/lib/model/role';
import type { ControlContext } from '../../ControlContext';
import type { Passwords } from '../../users/createPasswords';
import { secretOf, toClient, type UserPoolClientRow } from '../clients/readClients';
import { findUserPool } from '../findUserPool';
import { openOidcRecords } from '../oidcRecords';
import { permitPool } from '../permitPool';
import type { PoolSignIn } from '../signIn/signIn';
import type { poolSignUp } from '../signIn/signUp';
import { type OpenPool, openPool } from '../tokens/openPool';
import { invalidParameter } from './refusals';

/** What every one of Cognito's calls is made with. */
export interface ProviderCall {
  context: ControlContext;
  passwords: Passwords;
  signIn: PoolSignIn;
  signUp: ReturnType<typeof poolSignUp>;
  input: Record<string, unknown>;
  sourceIp: string;
  /** who changes what the call changes: a visitor, for all that the control plane knows, where nothing is signed */
  actor: Actor;
}

/** @throws IdentityProviderError InvalidParameterException naming the first member that is wrong */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const at = issue?.path.join('.') ?? '';
  throw invalidParameter(
    `1 validation error detected: Value at '${at}' failed to satisfy constraint: ${issue?.message ?? ''}`,
  );
}

/** As Cognito bounds its members. */
export const text = z.string().min(1).max(131_072);

export interface CalledClient {
  row: UserPoolClientRow;
  settings: ReturnType<typeof toClient>;
  /** null: a public client */
  secret: string | null;
  pool: OpenPool;
}

/** @throws IdentityProviderError ResourceNotFoundException */
export async function findCalledClient({ context }: ProviderCall, clientId: string): Promise<CalledClient> {
  const { ports } = context;
  const [row] = await ports.db.select().from(userPoolClients).where(eq(userPoolClients.clientId, clientId));
  if (!row) throw unknownClient(clientId);
  const pool = openPool(ports, await findUserPool(ports.db, row.userPoolId));
  return { row, settings: toClient(row), secret: secretOf(ports.secrets, row), pool };
}

/** The same for calls that name the pool too. */
export async function findClientOfPool(
  call: ProviderCall,
  userPoolId: string,
  clientId: string,
): Promise<CalledClient> {
  const { ports } = call.context;
  await permitPool(ports.db, call.actor, userPoolId, 'AdminInitiateAuth');
  await findUserPool(ports.db, userPoolId);
  const client = await findCalledClient(call, clientId);
  if (client.pool.id !== userPoolId) throw unknownClient(clientId);
  return client;
}

const unknownClient = (clientId: string) =>
  new IdentityProviderError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);

export const recordsOf = ({ context }: ProviderCall, pool: OpenPool) =>
  openOidcRecords(context.ports, pool.id);

/** s since the epoch */
export const nowOf = ({ context }: ProviderCall) => Math.floor(context.ports.now() / 1000);
