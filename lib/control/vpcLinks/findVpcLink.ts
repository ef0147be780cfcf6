import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { VpcLink } from '@/lib/model/vpcLink';

export type VpcLinkRow = typeof vpcLinks.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findVpcLink(db: Db, id: string): Promise<VpcLinkRow> {
  const [row] = await db.select().from(vpcLinks).where(eq(vpcLinks.id, id));
  return row ?? unknown();
}

/** The same, held until the transaction ends: no integration that is written meanwhile names it (refuseVpcLink). */
export async function lockVpcLink(db: Db, id: string): Promise<VpcLinkRow> {
  const [row] = await db.select().from(vpcLinks).where(eq(vpcLinks.id, id)).for('update');
  return row ?? unknown();
}

function unknown(): never {
  throw new ControlError('NotFoundException', 'Invalid Vpc Link identifier specified');
}

/** Of the private key the answer says only that it is there. */
export function toVpcLink(row: VpcLinkRow, usedBy: VpcLink['usedBy']): VpcLink {
  return {
    id: row.id,
    name: row.name,
    ...(row.description !== null && { description: row.description }),
    targets: row.targets,
    ...(row.network && { network: row.network }),
    ...(row.healthCheck && { healthCheck: row.healthCheck }),
    ...(row.caCertificate !== null && { caCertificate: row.caCertificate }),
    ...(row.certificate !== null && { certificate: row.certificate }),
    hasPrivateKey: row.privateKeySealed !== null,
    createdDate: row.createdDate.getTime(),
    usedBy,
  };
}
