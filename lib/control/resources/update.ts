import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { resources } from '@/db/schema';
import { isGreedy, joinPath, pathPart } from '@/lib/model/pathPart';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkPlace, findResource, type ResourceRow } from './checkPlace';
import { readResource } from './readResource';

const resourceUpdate = z.object({ pathPart: pathPart.optional(), parentId: z.string().optional() });

/** Renames or moves a resource; the paths of everything below follow. */
export const updateResource = write(
  { name: 'UpdateResource', permission: 'editor' },
  async (call, restApiId: string, resourceId: string, input: z.input<typeof resourceUpdate>) => {
    const wanted = parse(resourceUpdate, input);
    const { db } = call;
    await lockRestApi(call, restApiId);
    const row = await findResource(db, restApiId, resourceId);
    if (row.parentId === null || row.pathPart === null) throw rootStays(wanted);
    const parent = await findResource(db, restApiId, wanted.parentId ?? row.parentId, 'parentId');
    const part = wanted.pathPart ?? row.pathPart;
    if (parent.id === row.id || parent.path.startsWith(`${row.path}/`))
      throw badRequest({ field: 'parentId', message: 'Resources cannot be cyclical.' });
    await checkPlace(db, parent, part, row.id);
    if (isGreedy(part)) await checkChildless(call, row, part);
    await move(call, row, parent, part);
    call.audit(restApiId, { resourceId, path: row.path, newPath: joinPath(parent.path, part) });
    return readResource(db, restApiId, resourceId);
  },
);

function rootStays(wanted: z.output<typeof resourceUpdate>) {
  const field = wanted.pathPart === undefined ? 'parentId' : 'pathPart';
  return badRequest({ field, message: `Root resource cannot update its ${field}.` });
}

async function checkChildless({ db }: WriteCall, row: ResourceRow, part: string): Promise<void> {
  const [child] = await db.select().from(resources).where(eq(resources.parentId, row.id)).limit(1);
  if (child)
    throw badRequest({
      field: 'pathPart',
      message: `Cannot create a child of a resource with a greedy path variable: ${part}`,
    });
}

async function move({ db }: WriteCall, row: ResourceRow, parent: ResourceRow, part: string): Promise<void> {
  const path = joinPath(parent.path, part);
  await db
    .update(resources)
    .set({ parentId: parent.id, pathPart: part, path })
    .where(eq(resources.id, row.id));
  const below = and(
    eq(resources.restApiId, row.restApiId),
    sql`starts_with(${resources.path}, ${`${row.path}/`})`,
  );
  await db
    .update(resources)
    .set({ path: sql`${path}::text || substr(${resources.path}, ${row.path.length + 1}::int)` })
    .where(below);
}
