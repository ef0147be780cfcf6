import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { ApiSettings, ProtocolType } from '@/lib/model/v2/api';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import type { StageSettings } from '@/lib/model/v2/stage';
import { at } from './columns';

/** HTTP APIs and WebSocket APIs (apigatewayv2). */
export const apis = pgTable('apis', {
  apiId: text('api_id').primaryKey(),
  protocolType: text('protocol_type').$type<ProtocolType>().notNull(),
  settings: jsonb('settings').$type<ApiSettings>().notNull(),
  /** what the newest import had to say */
  importInfo: jsonb('import_info').$type<string[]>(),
  warnings: jsonb('warnings').$type<string[]>(),
  createdDate: at('created_date').notNull(),
  ordinal: serial('ordinal').notNull(),
});

/** What an Api holds: routes, integrations, authorizers, models, and the responses of the first two. */
export const apiParts = pgTable(
  'api_parts',
  {
    apiId: text('api_id')
      .notNull()
      .references(() => apis.apiId, { onDelete: 'cascade' }),
    id: text('id').notNull(),
    kind: text('kind').$type<ApiPartKind>().notNull(),
    /** of a response: the id of its route or integration; else '' */
    parentId: text('parent_id').notNull().default(''),
    /** what no other of its kind has beside it: the route key, the name; where there is none, its id */
    key: text('key').notNull(),
    settings: jsonb('settings').$type<object>().notNull(),
    /** made by quick create */
    apiGatewayManaged: boolean('api_gateway_managed').notNull().default(false),
    ordinal: serial('ordinal').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.apiId, t.id] }),
    uniqueIndex('api_parts_key').on(t.apiId, t.kind, t.parentId, t.key),
  ],
);
export type ApiPartKind =
  | 'route'
  | 'routeResponse'
  | 'integration'
  | 'integrationResponse'
  | 'authorizer'
  | 'model';

export const apiDeployments = pgTable(
  'api_deployments',
  {
    deploymentId: text('deployment_id').primaryKey(),
    apiId: text('api_id')
      .notNull()
      .references(() => apis.apiId, { onDelete: 'cascade' }),
    description: text('description'),
    autoDeployed: boolean('auto_deployed').notNull(),
    createdDate: at('created_date').notNull(),
    /** frozen; never updated */
    definition: jsonb('definition').$type<ApiDefinition>().notNull(),
    ordinal: serial('ordinal').notNull(),
  },
  (t) => [index('api_deployments_api').on(t.apiId, t.ordinal)],
);

export const apiStages = pgTable(
  'api_stages',
  {
    apiId: text('api_id')
      .notNull()
      .references(() => apis.apiId, { onDelete: 'cascade' }),
    stageName: text('stage_name').notNull(),
    /** null: nothing is deployed to it yet */
    deploymentId: text('deployment_id'),
    settings: jsonb('settings').$type<Omit<StageSettings, 'deploymentId'>>().notNull(),
    apiGatewayManaged: boolean('api_gateway_managed').notNull().default(false),
    lastDeploymentStatusMessage: text('last_deployment_status_message'),
    createdDate: at('created_date').notNull(),
    lastUpdatedDate: at('last_updated_date').notNull(),
    ordinal: serial('ordinal').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.apiId, t.stageName] }),
    foreignKey({
      name: 'api_stages_deployment',
      columns: [t.deploymentId],
      foreignColumns: [apiDeployments.deploymentId],
    }),
  ],
);
