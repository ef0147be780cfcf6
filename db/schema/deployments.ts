import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { ThrottleSettings } from '@/lib/model/throttle';
import { at } from './columns';
import { restApis } from './restApis';

export const deployments = pgTable(
  'deployments',
  {
    id: text('id').primaryKey(),
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    description: text('description'),
    createdDate: at('created_date').notNull(),
    createdBy: text('created_by').notNull(),
    /** frozen; never updated */
    definition: jsonb('definition').$type<RestApiDefinition>().notNull(),
  },
  (t) => [index('deployments_api').on(t.restApiId, t.createdDate)],
);

export const stages = pgTable(
  'stages',
  {
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    stageName: text('stage_name').notNull(),
    deploymentId: text('deployment_id')
      .notNull()
      .references(() => deployments.id),
    description: text('description'),
    variables: jsonb('variables').$type<Record<string, string>>().notNull(),
    methodSettings: jsonb('method_settings').$type<Record<string, ThrottleSettings>>().notNull(),
    createdDate: at('created_date').notNull(),
    lastUpdatedDate: at('last_updated_date').notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.stageName] })],
);
