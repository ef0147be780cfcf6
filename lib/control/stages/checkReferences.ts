import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { clientCertificates, deployments, documentationVersions } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { StageUpdate } from '@/lib/model/stage';
import { badRequest } from '../parse';

/** @throws ControlError BadRequestException for each thing that the members name and that is not there */
export async function checkReferences(db: Db, restApiId: string, members: StageUpdate): Promise<void> {
  const wrong = [
    ...(await unknownDeployments(db, restApiId, members)),
    ...(await unknownCertificate(db, members)),
    ...(await unknownDocumentation(db, restApiId, members)),
  ];
  if (wrong.length > 0) throw badRequest(...wrong);
}

async function unknownDeployments(
  db: Db,
  restApiId: string,
  { deploymentId, canarySettings }: StageUpdate,
): Promise<FieldError[]> {
  const named = [
    ...(deploymentId === undefined ? [] : [{ field: 'deploymentId', id: deploymentId }]),
    ...(canarySettings ? [{ field: 'canarySettings.deploymentId', id: canarySettings.deploymentId }] : []),
  ];
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const rows = await db
    .select({ id: deployments.id })
    .from(deployments)
    .where(and(inArray(deployments.id, ids), eq(deployments.restApiId, restApiId)));
  const known = new Set(rows.map(({ id }) => id));
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ field }) => ({ field, message: 'Deployment id does not exist' }));
}

async function unknownCertificate(db: Db, { clientCertificateId: id }: StageUpdate): Promise<FieldError[]> {
  if (id === undefined || id === null) return [];
  const [row] = await db
    .select({ id: clientCertificates.clientCertificateId })
    .from(clientCertificates)
    .where(eq(clientCertificates.clientCertificateId, id));
  const message = 'Invalid Client Certificate identifier specified';
  return row ? [] : [{ field: 'clientCertificateId', message }];
}

async function unknownDocumentation(
  db: Db,
  restApiId: string,
  { documentationVersion: version }: StageUpdate,
): Promise<FieldError[]> {
  if (version === undefined || version === null) return [];
  const { restApiId: api, version: name } = documentationVersions;
  const [row] = await db
    .select({ name })
    .from(documentationVersions)
    .where(and(eq(api, restApiId), eq(name, version)));
  const message = 'Invalid Documentation version specified';
  return row ? [] : [{ field: 'documentationVersion', message }];
}
