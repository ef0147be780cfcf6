import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlanStages, usagePlans } from '@/db/schema';
import type { CataloguePage, PortalPlan } from '@/lib/model/portal';
import { exportOpenApi } from '@/lib/openapi';
import { apiStageUrl } from '../apis/toApi';
import type { ControlContext, ReadCall } from '../ControlContext';
import type { Control } from '../control';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { runRead } from '../operation';
import { toStage } from '../stages/findStage';
import { summarizeApi, summarizeDefinition } from './definitionSummary';
import { httpReference } from './httpReference';
import {
  deployedApi,
  deployedDefinition,
  type PublishedApi,
  type PublishedRestApi,
  publishedProduct,
  toCatalogueEntry,
} from './publishedProducts';
import { socketReference } from './socketReference';

/** A product's page for anybody: prose, plans, and the document of what its stage serves now. */
export function page(context: ControlContext): Control['portal']['page'] {
  return (slug) =>
    runRead(context, { kind: 'visitor' }, async (call) => {
      const found = await publishedProduct(call.db, slug);
      return found.kind === 'REST' ? restPage(call, found) : apiPage(call, found);
    });
}

async function restPage({ db, ports }: ReadCall, found: PublishedRestApi): Promise<CataloguePage> {
  const definition = await withPublishedParts(db, found.stage, await deployedDefinition(db, found));
  const { invokeUrl } = toStage(found.stage, ports.config);
  const { document } = exportOpenApi(definition, {
    exportType: 'oas30',
    format: 'json',
    extensions: false,
    server: { url: invokeUrl },
    restApiId: found.restApiId,
  });
  return {
    ...toCatalogueEntry(found, summarizeDefinition(definition)),
    productId: found.product.id,
    overview: found.product.overview,
    invokeUrl,
    plans: await readPlans(db, found),
    openapi: document,
  };
}

/** Of an HTTP or a WebSocket API: usage plans hold stages of REST APIs alone. */
async function apiPage({ db, ports }: ReadCall, found: PublishedApi): Promise<CataloguePage> {
  const definition = await deployedApi(db, found);
  const invokeUrl = apiStageUrl(ports.config, found.api, found.stage.stageName);
  return {
    ...toCatalogueEntry(found, summarizeApi(definition, found.api.settings.version)),
    productId: found.product.id,
    overview: found.product.overview,
    invokeUrl,
    plans: [],
    ...(found.kind === 'HTTP'
      ? { openapi: httpReference(found, definition, invokeUrl) }
      : { socket: socketReference(definition) }),
  };
}

/** Plans for the product's stage that an editor offers in the portal. */
async function readPlans(db: Db, { restApiId, stage }: PublishedRestApi): Promise<PortalPlan[]> {
  const rows = await db
    .select({ plan: usagePlans })
    .from(usagePlans)
    .innerJoin(usagePlanStages, eq(usagePlanStages.usagePlanId, usagePlans.id))
    .where(
      and(
        eq(usagePlans.offeredInPortal, true),
        eq(usagePlanStages.restApiId, restApiId),
        eq(usagePlanStages.stageName, stage.stageName),
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
