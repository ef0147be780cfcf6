import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlans } from '@/db/schema';
import type { PortalPlan } from '@/lib/model/portal';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead } from '../operation';
import { planStages } from '../usagePlans/planStages';
import { readOverview } from './overview';
import { calledStage, type PublishedProduct, publishedProduct, toCatalogueEntry } from './publishedProducts';
import { stageReference } from './stageReference';

/** A product's page for anybody: prose, plans, and the document of what its stage serves now. */
export function page(context: ControlContext): Control['portal']['page'] {
  return (slug) =>
    runRead(context, { kind: 'visitor' }, async (call) => {
      const found = await publishedProduct(call.db, slug);
      const { summary, reference } = await stageReference(call, found);
      return {
        ...toCatalogueEntry(found, summary),
        productId: found.product.id,
        overview: await readOverview(call.db, found.product),
        plans: await readPlans(call.db, found),
        ...reference,
      };
    });
}

/** Plans for the product's stage that an editor offers in the portal. */
async function readPlans(db: Db, found: PublishedProduct): Promise<PortalPlan[]> {
  const { apiId, stageName } = calledStage(found);
  const all = planStages(db);
  const rows = await db
    .select({ plan: usagePlans })
    .from(usagePlans)
    .innerJoin(all, eq(all.usagePlanId, usagePlans.id))
    .where(and(eq(usagePlans.offeredInPortal, true), eq(all.apiId, apiId), eq(all.stageName, stageName)))
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
