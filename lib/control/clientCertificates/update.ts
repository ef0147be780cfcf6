import { eq } from 'drizzle-orm';
import { clientCertificates } from '@/db/schema';
import { type ClientCertificateInput, clientCertificateInput } from '@/lib/model/clientCertificate';
import { write } from '../operation';
import { parse } from '../parse';
import { readCertificate } from './readCertificates';

/** Only the description changes. */
export const updateClientCertificate = write(
  { name: 'UpdateClientCertificate', permission: 'editor' },
  async (call, id: string, input: ClientCertificateInput) => {
    const { description } = parse(clientCertificateInput, input);
    const before = await readCertificate(call.db, id);
    if (description !== undefined)
      await call.db
        .update(clientCertificates)
        .set({ description })
        .where(eq(clientCertificates.clientCertificateId, id));
    call.audit(id, { description });
    return { ...before, ...(description !== undefined && { description }) };
  },
);
