import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DomainNameSettings } from '@/lib/model/domainName';
import type { RoutingRuleCondition } from '@/lib/model/v2/routingRule';
import { at } from './columns';

export const domainNames = pgTable('domain_names', {
  /** lower case; may begin with `*.` */
  domainName: text('domain_name').primaryKey(),
  /** of the name that its CNAME record is to point to */
  targetId: text('target_id').notNull(),
  settings: jsonb('settings').$type<DomainNameSettings>().notNull(),
  /** null: it names no certificate */
  certificateUploadDate: at('certificate_upload_date'),
  createdDate: at('created_date').notNull(),
});

export const basePathMappings = pgTable(
  'base_path_mappings',
  {
    domainName: text('domain_name')
      .notNull()
      .references(() => domainNames.domainName, { onDelete: 'cascade' }),
    /** '': what AWS calls (none); several parts of a path where apigatewayv2 made it */
    basePath: text('base_path').notNull(),
    /** of a REST, an HTTP or a WebSocket API: the operations see to it that it is there */
    restApiId: text('rest_api_id').notNull(),
    /** '': the path's next part names the stage */
    stage: text('stage').notNull(),
    /** how apigatewayv2 finds it below its name */
    apiMappingId: text('api_mapping_id').notNull().default(sql`substr(md5(random()::text), 1, 6)`),
  },
  (t) => [
    primaryKey({ columns: [t.domainName, t.basePath] }),
    index('base_path_mappings_api').on(t.restApiId, t.stage),
    uniqueIndex('base_path_mappings_id').on(t.domainName, t.apiMappingId),
  ],
);

export const routingRules = pgTable(
  'routing_rules',
  {
    domainName: text('domain_name')
      .notNull()
      .references(() => domainNames.domainName, { onDelete: 'cascade' }),
    routingRuleId: text('routing_rule_id').notNull(),
    priority: integer('priority').notNull(),
    conditions: jsonb('conditions').$type<RoutingRuleCondition[]>().notNull(),
    /** where it leads to: the operations see to it that the API and its stage are there */
    restApiId: text('rest_api_id').notNull(),
    stage: text('stage').notNull(),
    stripBasePath: boolean('strip_base_path').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.domainName, t.routingRuleId] }),
    uniqueIndex('routing_rules_priority').on(t.domainName, t.priority),
    index('routing_rules_api').on(t.restApiId, t.stage),
  ],
);
