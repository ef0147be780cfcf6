import { asc, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { portals } from '@/db/schema';

/** Portals whose readers sign in to the pool, or with the one app client of it: without it nobody could read them. */
export async function portalsThatName(db: Db, arn: string, appClientId?: string): Promise<string[]> {
  const rows = await db
    .select({ id: portals.id, content: portals.portalContent })
    .from(portals)
    .where(sql`${portals.authorization} @> ${named(arn, appClientId)}`)
    .orderBy(asc(portals.id));
  return rows.map(({ id, content }) => `portal ${content.displayName} (${id})`);
}

function named(userPoolArn: string, appClientId: string | undefined): SQL {
  const cognitoConfig = { userPoolArn, ...(appClientId !== undefined && { appClientId }) };
  return sql`${JSON.stringify({ cognitoConfig })}::jsonb`;
}
