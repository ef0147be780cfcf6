import {
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Integration } from '@/lib/model/integration';
import type { MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { at } from './columns';

export const restApis = pgTable('rest_apis', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description'),
  version: text('version'),
  createdDate: at('created_date').notNull(),
});

export const resources = pgTable(
  'resources',
  {
    id: text('id').primaryKey(),
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    parentId: text('parent_id'),
    pathPart: text('path_part'),
    path: text('path').notNull(),
  },
  (t) => [
    uniqueIndex('resources_path').on(t.restApiId, t.path),
    foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete('cascade'),
    index('resources_parent').on(t.parentId),
  ],
);

export const methods = pgTable(
  'methods',
  {
    resourceId: text('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    httpMethod: text('http_method').notNull(),
    authorizationType: text('authorization_type').notNull(),
    apiKeyRequired: boolean('api_key_required').notNull(),
    operationName: text('operation_name'),
    requestValidatorId: text('request_validator_id'),
    requestParameters: jsonb('request_parameters').$type<Record<string, boolean>>().notNull(),
    requestModels: jsonb('request_models').$type<Record<string, string>>().notNull(),
    methodResponses: jsonb('method_responses').$type<Record<string, MethodResponse>>().notNull(),
    methodIntegration: jsonb('method_integration').$type<Integration>(),
    summary: text('summary'),
    description: text('description'),
    tags: jsonb('tags').$type<string[]>(),
    parameterDocumentation: jsonb('parameter_documentation').$type<Record<string, ParameterDocumentation>>(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.httpMethod] })],
);

export const models = pgTable(
  'models',
  {
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    description: text('description'),
    schema: text('schema').notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.name] })],
);

export const requestValidators = pgTable('request_validators', {
  id: text('id').primaryKey(),
  restApiId: text('rest_api_id')
    .notNull()
    .references(() => restApis.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  validateRequestParameters: boolean('validate_request_parameters').notNull(),
});
