import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments, portalProducts, stages } from '@/db/schema';
import { documentationIndex } from '@/lib/model/documentationIndex';
import type { CatalogueEntry } from '@/lib/model/portal';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { StageRow } from '../stages/findStage';
import { unknownProduct } from './products';

export interface PublishedProduct {
  product: typeof portalProducts.$inferSelect;
  stage: StageRow;
}

/** What visitors may know of: by name, or the one of a slug. */
export function readPublished(db: Db, slug?: string): Promise<PublishedProduct[]> {
  return db
    .select({ product: portalProducts, stage: stages })
    .from(portalProducts)
    .innerJoin(
      stages,
      and(eq(stages.restApiId, portalProducts.restApiId), eq(stages.stageName, portalProducts.stageName)),
    )
    .where(
      and(eq(portalProducts.published, true), slug === undefined ? undefined : eq(portalProducts.slug, slug)),
    )
    .orderBy(asc(portalProducts.displayName), asc(portalProducts.slug));
}

/** @throws ControlError NotFoundException for one that is not published, as for one that is not there */
export async function publishedProduct(db: Db, slug: string): Promise<PublishedProduct> {
  const [found] = await readPublished(db, slug);
  if (!found) throw unknownProduct();
  return found;
}

export async function deployedDefinition(db: Db, { stage }: PublishedProduct): Promise<RestApiDefinition> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.id, stage.deploymentId));
  if (!row) throw unknownProduct();
  return row.definition;
}

/** What the catalogue says of a deployed definition; a preflight is no operation to a reader. */
export interface DefinitionSummary {
  version?: string;
  operationCount: number;
  /** lower case */
  searchText: string;
}

export function summarizeDefinition(definition: RestApiDefinition): DefinitionSummary {
  const documentation = documentationIndex(definition.documentationParts ?? []);
  const operations = definition.resources.flatMap(({ path, resourceMethods }) =>
    Object.values(resourceMethods)
      .filter(({ httpMethod }) => httpMethod !== 'OPTIONS')
      .map(({ httpMethod, operationName, summary: said }) => {
        const location = { type: 'METHOD', path, method: httpMethod } as const;
        const { summary } = documentation.resolve(location, said ? { summary: said } : {}).properties;
        return [httpMethod, path, operationName, summary]
          .filter((word) => typeof word === 'string')
          .join(' ');
      }),
  );
  return {
    version: definition.version,
    operationCount: operations.length,
    searchText: operations.join('\n').toLowerCase(),
  };
}

export function toCatalogueEntry(
  { product, stage }: PublishedProduct,
  { version, operationCount }: DefinitionSummary,
): CatalogueEntry {
  const { slug, displayName, description } = product;
  const lastModified = Math.max(product.lastModified.getTime(), stage.lastUpdatedDate.getTime());
  return { slug, displayName, description, ...(version && { version }), operationCount, lastModified };
}
