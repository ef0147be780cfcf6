import { clientCertificates } from '@/db/schema';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { selfSigned } from './selfSigned';

/** Makes a certificate and keeps it with its key sealed. @returns its id */
export async function insertCertificate(
  { db, now, ports }: WriteCall,
  description: string | null,
): Promise<string> {
  const { clientCertificateId: column } = clientCertificates;
  const clientCertificateId = await freshId(db, clientCertificates, column, 6);
  const made = await selfSigned(now);
  await db.insert(clientCertificates).values({
    clientCertificateId,
    description,
    pemEncodedCertificate: made.certificate,
    privateKeySealed: ports.secrets.encrypt(made.privateKey),
    createdDate: now,
    expirationDate: made.notAfter,
  });
  return clientCertificateId;
}
