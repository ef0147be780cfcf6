import { desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { clientCertificates, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ClientCertificate } from '@/lib/model/clientCertificate';

type Row = typeof clientCertificates.$inferSelect;
type Use = ClientCertificate['stages'][number];

/** Certificates without their keys, newest first. */
export async function readCertificates(db: Db): Promise<ClientCertificate[]> {
  const { createdDate, clientCertificateId } = clientCertificates;
  const rows = await db
    .select()
    .from(clientCertificates)
    .orderBy(desc(createdDate), desc(clientCertificateId));
  const used = await db
    .select({ id: stages.clientCertificateId, restApiId: stages.restApiId, stageName: stages.stageName })
    .from(stages)
    .where(isNotNull(stages.clientCertificateId))
    .orderBy(stages.restApiId, stages.stageName);
  return rows.map((row) =>
    toCertificate(
      row,
      used.filter(({ id }) => id === row.clientCertificateId),
    ),
  );
}

/** @throws ControlError NotFoundException */
export async function readCertificate(db: Db, clientCertificateId: string): Promise<ClientCertificate> {
  const [row] = await db
    .select()
    .from(clientCertificates)
    .where(eq(clientCertificates.clientCertificateId, clientCertificateId));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Client Certificate identifier specified');
  const used = await db
    .select({ restApiId: stages.restApiId, stageName: stages.stageName })
    .from(stages)
    .where(eq(stages.clientCertificateId, clientCertificateId))
    .orderBy(stages.restApiId, stages.stageName);
  return toCertificate(row, used);
}

function toCertificate(row: Row, uses: Use[]): ClientCertificate {
  return {
    clientCertificateId: row.clientCertificateId,
    ...(row.description !== null && { description: row.description }),
    pemEncodedCertificate: row.pemEncodedCertificate,
    createdDate: row.createdDate.getTime(),
    expirationDate: row.expirationDate.getTime(),
    stages: uses.map(({ restApiId, stageName }) => ({ restApiId, stageName })),
  };
}
