import type { VpcLinkDocument } from '@gatehouse/gateway/snapshot';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { Secrets } from '../ports';

/** All of them: a stage variable may name any. With their keys opened, for the engine alone. */
export async function readVpcLinks(db: Db, secrets: Secrets): Promise<VpcLinkDocument[]> {
  const rows = await db.select().from(vpcLinks).orderBy(vpcLinks.id);
  return rows.map(({ id, name, targets, healthCheck, caCertificate, certificate, privateKeySealed }) => ({
    id,
    name,
    targets,
    ...(healthCheck && { healthCheck }),
    ...(caCertificate !== null && { caCertificate }),
    ...(certificate !== null && { certificate }),
    ...(privateKeySealed !== null && { privateKey: secrets.decrypt(privateKeySealed) }),
  }));
}
