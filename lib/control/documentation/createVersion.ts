import type { z } from 'zod';
import { documentationVersions, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { documentationVersionInput } from '@/lib/model/documentation';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findStage, stageAt } from '../stages/findStage';
import { readParts } from './partRow';
import { findVersion } from './versionRow';

/** Freezes all parts under a name; with a stage's name, published there too. The engine knows nothing of it. */
export const createVersion = write(
  { name: 'CreateDocumentationVersion', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof documentationVersionInput>) => {
    const { version, description, stageName } = parse(documentationVersionInput, unparsed);
    const { db, now } = call;
    await lockRestApi(call, restApiId);
    if (stageName !== undefined) await findStage(db, restApiId, stageName);
    const parts = await readParts(db, restApiId);
    const row = { restApiId, version, description: description || null, createdDate: now, parts };
    const made = await db
      .insert(documentationVersions)
      .values(row)
      .onConflictDoNothing()
      .returning({ version: documentationVersions.version });
    if (made.length === 0) throw taken();
    if (stageName !== undefined)
      await db
        .update(stages)
        .set({ documentationVersion: version, lastUpdatedDate: now })
        .where(stageAt(restApiId, stageName));
    call.audit(restApiId, { documentationVersion: version, documentationParts: parts.length, stageName });
    return findVersion(db, restApiId, version);
  },
);

function taken(): ControlError {
  const message = 'Documentation version already exists';
  return new ControlError('ConflictException', message, [{ field: 'version', message }]);
}
