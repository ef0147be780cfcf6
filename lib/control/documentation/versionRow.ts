import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { documentationVersions, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { DocumentationPart, DocumentationVersion } from '@/lib/model/documentation';

export const versionAt = (restApiId: string, version: string) =>
  and(eq(documentationVersions.restApiId, restApiId), eq(documentationVersions.version, version));

/** Newest first; the parts stay in the database. */
export async function readVersions(db: Db, restApiId: string): Promise<DocumentationVersion[]> {
  const { version, description, createdDate } = documentationVersions;
  const rows = await db
    .select({ version, description, createdDate })
    .from(documentationVersions)
    .where(eq(documentationVersions.restApiId, restApiId));
  const showing = await db
    .select({ stageName: stages.stageName, version: stages.documentationVersion })
    .from(stages)
    .where(eq(stages.restApiId, restApiId))
    .orderBy(stages.stageName);
  return rows
    .map((row) => ({
      version: row.version,
      ...(row.description !== null && { description: row.description }),
      createdDate: row.createdDate.getTime(),
      stageNames: showing.filter((stage) => stage.version === row.version).map(({ stageName }) => stageName),
    }))
    .sort((a, b) => b.createdDate - a.createdDate || (a.version < b.version ? 1 : -1));
}

/** @throws ControlError NotFoundException */
export async function findVersion(db: Db, restApiId: string, version: string): Promise<DocumentationVersion> {
  const found = (await readVersions(db, restApiId)).find((each) => each.version === version);
  if (!found) throw unknownVersion();
  return found;
}

/** What a version has frozen. @throws ControlError NotFoundException */
export async function readVersionParts(
  db: Db,
  restApiId: string,
  version: string,
): Promise<DocumentationPart[]> {
  const [row] = await db
    .select({ parts: documentationVersions.parts })
    .from(documentationVersions)
    .where(versionAt(restApiId, version));
  if (!row) throw unknownVersion();
  return row.parts;
}

const unknownVersion = () => new ControlError('NotFoundException', 'Invalid Documentation version specified');
