import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlanStages, usagePlans } from '@/db/schema';
import type { PortalPlan } from '@/lib/model/portal';
import { exportOpenApi } from '@/lib/openapi';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { runRead } from '../operation';
import { toStage } from '../stages/findStage';
import {
  deployedDefinition,
  type PublishedProduct,
  publishedProduct,
  summarizeDefinition,
  toCatalogueEntry,
} from './publishedProducts';

/** A product's page for anybody: prose, plans, and the document of what its stage serves now. */
export function page(context: ControlContext): Control['portal']['page'] {
  return (slug) =>
    runRead(context, { kind: 'visitor' }, async ({ db, ports }) => {
      const found = await publishedProduct(db, slug);
      const definition = await withPublishedParts(db, found.stage, await deployedDefinition(db, found));
      const { invokeUrl } = toStage(found.stage, ports.config);
      const { document } = exportOpenApi(definition, {
        exportType: 'oas30',
        format: 'json',
        extensions: false,
        server: { url: invokeUrl },
        restApiId: found.product.restApiId,
      });
      return {
        ...toCatalogueEntry(found, summarizeDefinition(definition)),
        productId: found.product.id,
        overview: found.product.overview,
        invokeUrl,
        plans: await readPlans(db, found),
        openapi: document,
      };
    });
}

/** Plans for the product's stage that an editor offers in the portal. */
async function readPlans(db: Db, { product }: PublishedProduct): Promise<PortalPlan[]> {
  const rows = await db
    .select({ plan: usagePlans })
    .from(usagePlans)
    .innerJoin(usagePlanStages, eq(usagePlanStages.usagePlanId, usagePlans.id))
    .where(
      and(
        eq(usagePlans.offeredInPortal, true),
        eq(usagePlanStages.restApiId, product.restApiId),
        eq(usagePlanStages.stageName, product.stageName),
      ),
    )
    .orderBy(asc(usagePlans.name), asc(usagePlans.id));
  return rows.map(({ plan: { id, name, description, throttle, quota, approvalRequired } }) => ({
    id,
    name,
    approvalRequired,
    ...(description !== null && { description }),
    ...(throttle && { throttle }),
    ...(quota && { quota: { limit: quota.limit, period: quota.period } }),
  }));
}
