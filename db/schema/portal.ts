import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Subscription } from '@/lib/model/portal';
import type { DisplayOrder } from '@/lib/model/portalSite';
import { apiStages } from './apis';
import { apps } from './apps';
import { at } from './columns';
import { stages } from './deployments';
import { usagePlans } from './usagePlans';

export const portalProducts = pgTable(
  'portal_products',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    /** of a REST API's stage */
    restApiId: text('rest_api_id'),
    /** of an HTTP or WebSocket API's stage */
    apiId: text('api_id'),
    /** null, as both ids are: made of pages alone */
    stageName: text('stage_name'),
    displayName: text('display_name').notNull(),
    description: text('description').notNull(),
    displayOrder: jsonb('display_order')
      .$type<DisplayOrder>()
      .notNull()
      .default({ productPageIds: [], contents: [] }),
    sharingPolicy: text('sharing_policy'),
    /** in the catalogue; a portal of its own shows what it includes, whatever this says */
    published: boolean('published').notNull(),
    lastModified: at('last_modified').notNull(),
  },
  (t) => [
    uniqueIndex('portal_products_slug').on(t.slug),
    foreignKey({
      columns: [t.restApiId, t.stageName],
      foreignColumns: [stages.restApiId, stages.stageName],
    }).onDelete('cascade'),
    foreignKey({
      name: 'portal_products_api_stage',
      columns: [t.apiId, t.stageName],
      foreignColumns: [apiStages.apiId, apiStages.stageName],
    }).onDelete('cascade'),
    check(
      'portal_products_one_api',
      sql`num_nonnulls(${t.restApiId}, ${t.apiId}) = num_nonnulls(${t.stageName})`,
    ),
    check('portal_products_published_stage', sql`${t.stageName} is not null or not ${t.published}`),
  ],
);

export const subscriptions = pgTable(
  'subscriptions',
  {
    id: text('id').primaryKey(),
    appId: text('app_id')
      .notNull()
      .references(() => apps.id, { onDelete: 'cascade' }),
    usagePlanId: text('usage_plan_id')
      .notNull()
      .references(() => usagePlans.id, { onDelete: 'cascade' }),
    state: text('state').$type<Subscription['state']>().notNull(),
    createdDate: at('created_date').notNull(),
    decidedBy: text('decided_by'),
  },
  (t) => [
    // One living subscription of an app to a plan; ended ones stay as history.
    uniqueIndex('subscriptions_living').on(t.appId, t.usagePlanId).where(sql`state in ('PENDING', 'ACTIVE')`),
    index('subscriptions_app').on(t.appId),
  ],
);
