import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Authorizer } from '@/lib/model/authorizer';
import type { DocumentationPart, DocumentationPartLocation } from '@/lib/model/documentation';
import type { GatewayResponseType } from '@/lib/model/gatewayResponse';
import type { Integration } from '@/lib/model/integration';
import type { MethodResponse } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import type { EndpointConfiguration, RestApiDefinition } from '@/lib/model/restApi';
import { at } from './columns';

export const restApis = pgTable('rest_apis', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description'),
  version: text('version'),
  binaryMediaTypes: jsonb('binary_media_types').$type<string[]>().notNull().default([]),
  minimumCompressionSize: integer('minimum_compression_size'),
  apiKeySource: text('api_key_source').$type<RestApiDefinition['apiKeySource']>().notNull().default('HEADER'),
  /** resource policy, JSON text; null: none */
  policy: text('policy'),
  /** null: as AWS makes an API that says nothing of it */
  endpointConfiguration: jsonb('endpoint_configuration').$type<EndpointConfiguration>(),
  disableExecuteApiEndpoint: boolean('disable_execute_api_endpoint').notNull().default(false),
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
    authorizerId: text('authorizer_id'),
    authorizationScopes: jsonb('authorization_scopes').$type<string[]>().notNull().default([]),
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
  validateRequestBody: boolean('validate_request_body').notNull().default(false),
});

/** Only those that are customised. */
export const gatewayResponses = pgTable(
  'gateway_responses',
  {
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    responseType: text('response_type').$type<GatewayResponseType>().notNull(),
    /** null: the type's own */
    statusCode: text('status_code'),
    responseParameters: jsonb('response_parameters').$type<Record<string, string>>().notNull(),
    responseTemplates: jsonb('response_templates').$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.responseType] })],
);

export const documentationParts = pgTable(
  'documentation_parts',
  {
    id: text('id').primaryKey(),
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    location: jsonb('location').$type<DocumentationPartLocation>().notNull(),
    /** the location as one text, members in a fixed order: one part a location */
    locationKey: text('location_key').notNull(),
    properties: text('properties').notNull(),
  },
  (t) => [uniqueIndex('documentation_parts_location').on(t.restApiId, t.locationKey)],
);

/** A snapshot of all parts under a name; never changes but for its description. */
export const documentationVersions = pgTable(
  'documentation_versions',
  {
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    version: text('version').notNull(),
    description: text('description'),
    createdDate: at('created_date').notNull(),
    parts: jsonb('parts').$type<DocumentationPart[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.restApiId, t.version] })],
);

export const authorizers = pgTable(
  'authorizers',
  {
    id: text('id').primaryKey(),
    restApiId: text('rest_api_id')
      .notNull()
      .references(() => restApis.id, { onDelete: 'cascade' }),
    /** everything of the authorizer but its id */
    settings: jsonb('settings').$type<Omit<Authorizer, 'id'>>().notNull(),
  },
  (t) => [index('authorizers_api').on(t.restApiId)],
);
