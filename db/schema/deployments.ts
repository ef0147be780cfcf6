import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { RestApiDefinition } from '@/lib/model/restApi';
import type { AccessLogSettings, CanarySettings, MethodSetting, Stage } from '@/lib/model/stage';
import { at } from './columns';
import { clientCertificates } from './connections';
import { documentationVersions, restApis } from './restApis';

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
    methodSettings: jsonb('method_settings').$type<Record<string, MethodSetting>>().notNull(),
    cacheClusterEnabled: boolean('cache_cluster_enabled').notNull().default(false),
    cacheClusterSize: text('cache_cluster_size').$type<Stage['cacheClusterSize']>(),
    /** its deployment cannot be deleted while the canary has it: the operations see to that */
    canarySettings: jsonb('canary_settings').$type<CanarySettings>(),
    clientCertificateId: text('client_certificate_id'),
    documentationVersion: text('documentation_version'),
    accessLogSettings: jsonb('access_log_settings').$type<AccessLogSettings>(),
    tracingEnabled: boolean('tracing_enabled').notNull().default(false),
    maximumTimeoutInMillis: integer('maximum_timeout_in_millis'),
    createdDate: at('created_date').notNull(),
    lastUpdatedDate: at('last_updated_date').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.restApiId, t.stageName] }),
    foreignKey({
      name: 'stages_client_certificate',
      columns: [t.clientCertificateId],
      foreignColumns: [clientCertificates.clientCertificateId],
    }),
    foreignKey({
      name: 'stages_documentation_version',
      columns: [t.restApiId, t.documentationVersion],
      foreignColumns: [documentationVersions.restApiId, documentationVersions.version],
    }),
  ],
);
