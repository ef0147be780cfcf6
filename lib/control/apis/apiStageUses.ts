import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages } from '@/db/schema';

export const usesCertificate = (clientCertificateId: string): SQL =>
  eq(sql`${apiStages.settings} ->> 'clientCertificateId'`, clientCertificateId);

/** `apiId/stageName` of HTTP and WebSocket APIs' stages that show a client certificate to backends. */
export async function apiStageUses(db: Db, clientCertificateId: string): Promise<string[]> {
  const rows = await db
    .select({ apiId: apiStages.apiId, stageName: apiStages.stageName })
    .from(apiStages)
    .where(usesCertificate(clientCertificateId))
    .orderBy(apiStages.apiId, apiStages.stageName);
  return rows.map(({ apiId, stageName }) => `${apiId}/${stageName}`);
}

/** Lets them show another. @returns how many there are */
export async function rotateOnApiStages(db: Db, before: string, next: string, now: Date): Promise<number> {
  const settings = sql`jsonb_set(${apiStages.settings}, '{clientCertificateId}', to_jsonb(${next}::text))`;
  const moved = await db
    .update(apiStages)
    .set({ settings, lastUpdatedDate: now })
    .where(usesCertificate(before))
    .returning({ stageName: apiStages.stageName });
  return moved.length;
}
