import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { QuotaSettings, ThrottleSettings } from '@/lib/model/throttle';
import { apiKeys } from './apiKeys';
import { apiStages } from './apis';
import { at } from './columns';
import { stages } from './deployments';

export const usagePlans = pgTable('usage_plans', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description'),
  throttle: jsonb('throttle').$type<ThrottleSettings>(),
  quota: jsonb('quota').$type<QuotaSettings>(),
  /** AWS Marketplace's product that the plan is sold as */
  productCode: text('product_code'),
  offeredInPortal: boolean('offered_in_portal').notNull(),
  approvalRequired: boolean('approval_required').notNull(),
  createdDate: at('created_date').notNull(),
});

export const usagePlanStages = pgTable(
  'usage_plan_stages',
  {
    usagePlanId: text('usage_plan_id')
      .notNull()
      .references(() => usagePlans.id, { onDelete: 'cascade' }),
    restApiId: text('rest_api_id').notNull(),
    stageName: text('stage_name').notNull(),
    /** `/path/VERB` -> throttle */
    throttle: jsonb('throttle').$type<Record<string, ThrottleSettings>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.usagePlanId, t.restApiId, t.stageName] }),
    foreignKey({
      columns: [t.restApiId, t.stageName],
      foreignColumns: [stages.restApiId, stages.stageName],
    }).onDelete('cascade'),
  ],
);

/** Of WebSocket APIs, whose `$connect` may require a key. */
export const usagePlanApiStages = pgTable(
  'usage_plan_api_stages',
  {
    usagePlanId: text('usage_plan_id')
      .notNull()
      .references(() => usagePlans.id, { onDelete: 'cascade' }),
    apiId: text('api_id').notNull(),
    stageName: text('stage_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.usagePlanId, t.apiId, t.stageName] }),
    foreignKey({
      name: 'usage_plan_api_stages_stage',
      columns: [t.apiId, t.stageName],
      foreignColumns: [apiStages.apiId, apiStages.stageName],
    }).onDelete('cascade'),
  ],
);

export const usagePlanKeys = pgTable(
  'usage_plan_keys',
  {
    usagePlanId: text('usage_plan_id')
      .notNull()
      .references(() => usagePlans.id, { onDelete: 'cascade' }),
    apiKeyId: text('api_key_id')
      .notNull()
      .references(() => apiKeys.id, { onDelete: 'cascade' }),
    /** a quota's offset counts in the period that this lies in */
    createdDate: at('created_date').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.usagePlanId, t.apiKeyId] }), index('usage_plan_keys_key').on(t.apiKeyId)],
);
