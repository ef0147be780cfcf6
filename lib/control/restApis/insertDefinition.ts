import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { authorizers, gatewayResponses, methods, models, requestValidators, resources } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { toAuthorizerRow } from '../authorizers/authorizerRow';
import { replaceParts } from '../documentation/replaceParts';
import { toMethodRow } from '../methods/methodRow';

/** Writes everything below an API's row; the definition's ids are used as they are. */
export async function insertDefinition(
  db: Db,
  restApiId: string,
  definition: RestApiDefinition,
): Promise<void> {
  await insertAll(
    db,
    resources,
    definition.resources.map(({ id, parentId, pathPart, path }) => ({
      id,
      restApiId,
      parentId,
      pathPart,
      path,
    })),
  );
  await insertAll(
    db,
    methods,
    definition.resources.flatMap(({ id, resourceMethods }) =>
      Object.values(resourceMethods).map((method) => toMethodRow(id, method)),
    ),
  );
  await insertAll(
    db,
    models,
    definition.models.map((model) => ({ ...model, restApiId })),
  );
  await insertAll(
    db,
    requestValidators,
    definition.requestValidators.map((validator) => ({ ...validator, restApiId })),
  );
  await insertAll(
    db,
    gatewayResponses,
    (definition.gatewayResponses ?? []).map((response) => ({ ...response, restApiId })),
  );
  await insertAll(
    db,
    authorizers,
    (definition.authorizers ?? []).map((authorizer) => toAuthorizerRow(restApiId, authorizer)),
  );
  await replaceParts(db, restApiId, definition.documentationParts ?? []);
}

/** In portions: a statement of Postgres takes at most 65,535 parameters. */
async function insertAll<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await db.insert(table).values(rows.slice(at, at + 1_000) as Table['$inferInsert'][]);
}
