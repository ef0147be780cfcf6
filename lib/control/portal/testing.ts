/** A portal for tests: two APIs, their products and plans, made through the operations. */
import { users } from '@/db/schema';
import type { TestDatabase } from '@/db/testing';
import type { PortalProductInput } from '@/lib/model/portal';
import type { Actor, Role } from '@/lib/model/role';
import type { UsagePlanInput } from '@/lib/model/usagePlan';
import type { Control } from '../control';
import { createControl } from '../createControl';
import type { ControlPorts } from '../ports';
import { readSnapshot } from '../publish/readSnapshot';
import { createTestContext, type TestContext, testActor } from '../testing';

const editor = testActor('editor');

export interface PortalWorld {
  control: Control;
  context: TestContext;
  /** makes the account */
  developer(name: string): Promise<Actor>;
  /** an API with GET /{path} behind a key, deployed to prod */
  api(path: string): Promise<string>;
  product(restApiId: string, input?: Partial<PortalProductInput>): Promise<string>;
  /** offered in the portal unless told otherwise */
  plan(name: string, restApiIds: string[], input?: Partial<UsagePlanInput>): Promise<string>;
  /** plans of a key as the workers were last told; undefined: they do not know the key */
  served(apiKeyId: string): Promise<readonly string[] | undefined>;
}

export function portalWorld(database: TestDatabase, ports: Partial<ControlPorts> = {}): PortalWorld {
  const context = createTestContext(database, ports);
  const control = createControl(context);
  return {
    control,
    context,
    developer: (name) => insertAccount(database, name, 'developer'),
    api: (path) => makeApi(control, path),
    product: async (restApiId, input = {}) => {
      const product = { slug: 'pets', restApiId, stageName: 'prod', displayName: 'Pets', published: true };
      return (await control.portal.putProduct(editor, null, { ...product, ...input })).id;
    },
    plan: async (name, restApiIds, input = {}) => {
      const apiStages = restApiIds.map((apiId) => ({ apiId, stage: 'prod' }));
      return (await control.usagePlans.create(editor, { name, apiStages, offeredInPortal: true, ...input }))
        .id;
    },
    served: async (apiKeyId) => {
      const { apiKeys } = await readSnapshot(context.ports, null);
      return apiKeys.find((key) => key.id === apiKeyId)?.usagePlanIds;
    },
  };
}

async function insertAccount(database: TestDatabase, name: string, role: Role): Promise<Actor> {
  const account = { id: name, email: `${name}@example.com`, name, role };
  const state = { disabled: false, sessionVersion: 1, createdDate: new Date(0) };
  await database.db.insert(users).values({ ...account, ...state });
  return { kind: 'user', userId: account.id, email: account.email, role };
}

async function makeApi(control: Control, path: string): Promise<string> {
  const integration = { type: 'http_proxy', httpMethod: 'GET', uri: `http://secret-backend.example/${path}` };
  const operation = {
    operationId: `list${path}`,
    summary: 'Lists all of them',
    responses: { 200: { description: 'OK' } },
    security: [{ api_key: [] }],
    'x-amazon-apigateway-integration': integration,
  };
  const document = {
    openapi: '3.0.1',
    info: { title: `internal ${path}`, version: '1.2' },
    paths: { [`/${path}`]: { get: operation, post: operation } },
    components: { securitySchemes: { api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' } } },
  };
  const { restApi } = await control.restApis.import(editor, { document: JSON.stringify(document) });
  if (!restApi) throw new Error('The test API was not imported');
  await control.deployments.create(editor, restApi.id, { stageName: 'prod' });
  return restApi.id;
}
