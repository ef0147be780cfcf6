import { eq } from 'drizzle-orm';
import { clientCertificates } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { apiStageUses } from '../apis/apiStageUses';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { readCertificate } from './readCertificates';

export const deleteClientCertificate = write(
  { name: 'DeleteClientCertificate', permission: 'editor' },
  async (call, id: string) => {
    const { stages } = await readCertificate(call.db, id);
    const names = [
      ...stages.map(({ restApiId, stageName }) => `${restApiId}/${stageName}`),
      ...(await apiStageUses(call.db, id)),
    ];
    if (names.length > 0)
      throw new ControlError(
        'ConflictException',
        `Cannot delete client certificate '${id}', is referenced in stage: ${names.join(', ')}`,
      );
    await call.db.delete(clientCertificates).where(eq(clientCertificates.clientCertificateId, id));
    await dropTags(call, `/clientcertificates/${id}`);
    call.audit(id);
  },
);
