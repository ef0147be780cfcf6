import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { vpcLinks } from '@/db/schema';
import type { ImportWarning } from '@/lib/model/openapiReport';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ImportResult } from '@/lib/openapi';
import { isLiteralLink } from '../methods/refuseVpcLink';
import { refuseSchemas } from '../models/refuseSchemas';

/**
 * Everything in a document that will not do what it asks for, in the document's order: what the reader did not
 * honour, models that the engine cannot hold bodies to, VPC links that are not there. A document from elsewhere is
 * let in with them; a deployment that depends on such a model is refused.
 */
export async function importWarnings(db: Db, imported: ImportResult): Promise<ImportWarning[]> {
  const { definition, warnings, places } = imported;
  const at = (subject: string, message: string): ImportWarning => ({
    ...(places.get(subject) ?? { line: 1, pointer: '' }),
    message,
  });
  const models = [...refuseSchemas(definition.models, checkingModels(definition))].map(([name, reason]) =>
    at(`model ${name}`, `The model ${name} cannot check bodies. ${reason}.`),
  );
  const links = (await missingLinks(db, definition)).map((id) =>
    at(`VPC link ${id}`, `There is no VPC link ${id}: choose one before you deploy.`),
  );
  return [...warnings, ...models, ...links].sort((a, b) => a.line - b.line);
}

/** Models that some method has bodies held to. Compiling all of a large document would take too long. */
function checkingModels({ resources, requestValidators }: RestApiDefinition): string[] {
  const checking = new Set(
    requestValidators.filter(({ validateRequestBody }) => validateRequestBody).map(({ id }) => id),
  );
  const methods = resources
    .flatMap(({ resourceMethods }) => Object.values(resourceMethods))
    .filter(({ requestValidatorId = '' }) => checking.has(requestValidatorId));
  return [...new Set(methods.flatMap(({ requestModels }) => Object.values(requestModels)))];
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
