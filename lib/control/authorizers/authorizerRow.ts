import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authorizers } from '@/db/schema';
import type { Authorizer } from '@/lib/model/authorizer';
import { ControlError } from '@/lib/model/ControlError';

/** An API's authorizers, by name. */
export async function readAuthorizers(db: Db, restApiId: string): Promise<Authorizer[]> {
  const rows = await db.select().from(authorizers).where(eq(authorizers.restApiId, restApiId));
  // By code point, not by the database's collation: the same order on every server.
  return rows.map(toAuthorizer).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws ControlError NotFoundException */
export async function findAuthorizer(db: Db, restApiId: string, id: string): Promise<Authorizer> {
  const [row] = await db.select().from(authorizers).where(atAuthorizer(restApiId, id));
  if (row) return toAuthorizer(row);
  throw new ControlError('NotFoundException', 'Invalid Authorizer identifier specified');
}

export const atAuthorizer = (restApiId: string, id: string) =>
  and(eq(authorizers.restApiId, restApiId), eq(authorizers.id, id));

function toAuthorizer({ id, settings }: typeof authorizers.$inferSelect): Authorizer {
  return { id, ...settings };
}

export function toAuthorizerRow(restApiId: string, { id, ...settings }: Authorizer) {
  return { id, restApiId, settings };
}
