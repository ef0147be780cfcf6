import { desc } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { VpcLink } from '@/lib/model/vpcLink';
import { findVpcLink, toVpcLink } from './findVpcLink';
import { type LinkUse, readUses } from './readUses';

/** Newest first. */
export async function readVpcLinks(db: Db): Promise<VpcLink[]> {
  const rows = await db.select().from(vpcLinks).orderBy(desc(vpcLinks.createdDate), desc(vpcLinks.id));
  const uses = await readUses(db);
  return rows.map((row) => toVpcLink(row, usedBy(uses.filter(({ vpcLinkId }) => vpcLinkId === row.id))));
}

/** @throws ControlError NotFoundException */
export async function readVpcLink(db: Db, id: string): Promise<VpcLink> {
  return toVpcLink(await findVpcLink(db, id), usedBy(await readUses(db, id)));
}

const usedBy = (uses: LinkUse[]): VpcLink['usedBy'] =>
  uses.map(({ restApiId, path, httpMethod }) => ({ restApiId, path, httpMethod }));
