import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type ApiPartKind, apiParts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';

export type PartRow = typeof apiParts.$inferSelect;

const words: Record<ApiPartKind, string> = {
  route: 'Route',
  routeResponse: 'RouteResponse',
  integration: 'Integration',
  integrationResponse: 'IntegrationResponse',
  authorizer: 'Authorizer',
  model: 'Model',
};

/** In the order in which they were made. @param parentId absent: those below any */
export function partRows(db: Db, apiId: string, kind?: ApiPartKind, parentId?: string): Promise<PartRow[]> {
  return db
    .select()
    .from(apiParts)
    .where(
      and(
        eq(apiParts.apiId, apiId),
        kind === undefined ? undefined : eq(apiParts.kind, kind),
        parentId === undefined ? undefined : eq(apiParts.parentId, parentId),
      ),
    )
    .orderBy(apiParts.ordinal);
}

/** How many an Api has, or of responses their parent. */
export const countParts = (db: Db, apiId: string, kind: ApiPartKind, parentId: string): Promise<number> =>
  db.$count(
    apiParts,
    and(eq(apiParts.apiId, apiId), eq(apiParts.kind, kind), eq(apiParts.parentId, parentId)),
  );

export const partAt = (apiId: string, id: string) => and(eq(apiParts.apiId, apiId), eq(apiParts.id, id));

export async function findPartOrNull(
  db: Db,
  apiId: string,
  kind: ApiPartKind,
  id: string,
  parentId = '',
): Promise<PartRow | null> {
  const [row] = await db.select().from(apiParts).where(partAt(apiId, id));
  return row?.kind === kind && row.parentId === parentId ? row : null;
}

/** @throws ControlError NotFoundException */
export async function findPart(
  db: Db,
  apiId: string,
  kind: ApiPartKind,
  id: string,
  parentId = '',
): Promise<PartRow> {
  const row = await findPartOrNull(db, apiId, kind, id, parentId);
  if (!row) throw new ControlError('NotFoundException', `Invalid ${words[kind]} identifier specified ${id}`);
  return row;
}
