import { and, asc, eq, isNotNull, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages, apis, deployments, portalProducts, stages } from '@/db/schema';
import type { CatalogueEntry } from '@/lib/model/portal';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import type { ApiRow } from '../apis/findApi';
import { findApiDeployment } from '../apis/findApiDeployment';
import type { ApiStageRow } from '../apis/findApiStage';
import type { StageRow } from '../stages/findStage';
import type { DefinitionSummary } from './definitionSummary';
import { unknownProduct } from './unknownProduct';

type ProductRow = typeof portalProducts.$inferSelect;

/** A stage of a REST API that visitors may know of. */
export interface PublishedRestApi {
  kind: 'REST';
  product: ProductRow;
  restApiId: string;
  stage: StageRow;
}
/** The same of an HTTP API or a WebSocket API; something is deployed to it. */
export interface PublishedApi {
  kind: ProtocolType;
  product: ProductRow;
  api: ApiRow;
  stage: ApiStageRow & { deploymentId: string };
}
export type PublishedProduct = PublishedRestApi | PublishedApi;

/** What visitors may know of: by name, or the one of a slug. */
export const readPublished = (db: Db, slug?: string): Promise<PublishedProduct[]> =>
  readShown(
    db,
    and(eq(portalProducts.published, true), slug === undefined ? undefined : eq(portalProducts.slug, slug)),
  );

/** Products that show a stage which serves something, by name. */
export async function readShown(db: Db, where: SQL | undefined): Promise<PublishedProduct[]> {
  const rows = await db
    .select({ product: portalProducts, restStage: stages, apiStage: apiStages, api: apis })
    .from(portalProducts)
    .leftJoin(
      stages,
      and(eq(stages.restApiId, portalProducts.restApiId), eq(stages.stageName, portalProducts.stageName)),
    )
    .leftJoin(
      apiStages,
      and(
        eq(apiStages.apiId, portalProducts.apiId),
        eq(apiStages.stageName, portalProducts.stageName),
        isNotNull(apiStages.deploymentId),
      ),
    )
    .leftJoin(apis, eq(apis.apiId, apiStages.apiId))
    .where(where)
    .orderBy(asc(portalProducts.displayName), asc(portalProducts.slug));
  return rows.flatMap(({ product, restStage, apiStage, api }): PublishedProduct[] => {
    if (restStage) return [{ kind: 'REST', product, restApiId: restStage.restApiId, stage: restStage }];
    if (!apiStage || !api || apiStage.deploymentId === null) return [];
    const stage = { ...apiStage, deploymentId: apiStage.deploymentId };
    return [{ kind: api.protocolType, product, api, stage }];
  });
}

/** @throws ControlError NotFoundException for one that is not published, as for one that is not there */
export async function publishedProduct(db: Db, slug: string): Promise<PublishedProduct> {
  const [found] = await readPublished(db, slug);
  if (!found) throw unknownProduct();
  return found;
}

/** What is called: the id that calls are recorded under, and the stage. */
export const calledStage = (found: PublishedProduct): { apiId: string; stageName: string } => ({
  apiId: found.kind === 'REST' ? found.restApiId : found.api.apiId,
  stageName: found.stage.stageName,
});

export async function deployedDefinition(db: Db, { stage }: PublishedRestApi): Promise<RestApiDefinition> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.id, stage.deploymentId));
  if (!row) throw unknownProduct();
  return row.definition;
}

export async function deployedApi(db: Db, { api, stage }: PublishedApi): Promise<ApiDefinition> {
  return (await findApiDeployment(db, api.apiId, stage.deploymentId)).definition;
}

export function toCatalogueEntry(
  { product, stage, kind }: PublishedProduct,
  { version, operationCount }: DefinitionSummary,
): CatalogueEntry {
  const { slug, displayName, description } = product;
  const lastModified = Math.max(product.lastModified.getTime(), stage.lastUpdatedDate.getTime());
  return { slug, kind, displayName, description, ...(version && { version }), operationCount, lastModified };
}
