import type { ClientCertificateDocument } from '@gatehouse/gateway/snapshot';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { clientCertificates } from '@/db/schema';
import type { Secrets } from '../ports';

/** With their keys opened: they leave the control plane towards the engine alone. */
export async function readClientCertificates(
  db: Db,
  secrets: Secrets,
  ids: string[],
): Promise<ClientCertificateDocument[]> {
  if (ids.length === 0) return [];
  const { clientCertificateId } = clientCertificates;
  const rows = await db
    .select()
    .from(clientCertificates)
    .where(inArray(clientCertificateId, ids))
    .orderBy(clientCertificateId);
  return rows.map((row) => ({
    clientCertificateId: row.clientCertificateId,
    certificate: row.pemEncodedCertificate,
    privateKey: secrets.decrypt(row.privateKeySealed),
  }));
}
