import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ImportResult } from '@/lib/openapi';
import { isLiteralLink } from '../methods/refuseVpcLink';
import { addWarnings } from './addWarnings';

/** The document with a warning for each VPC link that is not there: ids of elsewhere are none of here. */
export async function withLinkWarnings(db: Db, imported: ImportResult): Promise<ImportResult> {
  const missing = await missingLinks(db, imported.definition);
  return addWarnings(
    imported,
    missing.map((id) => ({
      subject: `VPC link ${id}`,
      message: `There is no VPC link ${id}: choose one before you deploy.`,
    })),
  );
}

async function missingLinks(db: Db, { resources }: RestApiDefinition): Promise<string[]> {
  const named = resources
    .flatMap(({ resourceMethods }) => Object.values(resourceMethods))
    .map(({ methodIntegration }) => methodIntegration?.connectionId)
    .filter(isLiteralLink);
  if (named.length === 0) return [];
  const rows = await db.select({ id: vpcLinks.id }).from(vpcLinks).where(inArray(vpcLinks.id, named));
  const known = new Set(rows.map(({ id }) => id));
  return [...new Set(named)].filter((id) => !known.has(id));
}
