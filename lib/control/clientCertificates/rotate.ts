import { eq } from 'drizzle-orm';
import { stages } from '@/db/schema';
import { rotateOnApiStages } from '../apis/apiStageUses';
import { write } from '../operation';
import { insertCertificate } from './insertCertificate';
import { readCertificate } from './readCertificates';

/** The answer is the new certificate. Backends that must know it before it is used: generate one and set it by hand. */
export const rotateClientCertificate = write(
  { name: 'RotateClientCertificate', permission: 'editor' },
  async (call, id: string) => {
    const { description = null } = await readCertificate(call.db, id);
    const next = await insertCertificate(call, description);
    const moved = await call.db
      .update(stages)
      .set({ clientCertificateId: next, lastUpdatedDate: call.now })
      .where(eq(stages.clientCertificateId, id))
      .returning({ stageName: stages.stageName });
    const count = moved.length + (await rotateOnApiStages(call.db, id, next, call.now));
    call.audit(id, { clientCertificateId: next, stages: count });
    if (count > 0) call.publish();
    return readCertificate(call.db, next);
  },
);
