import { createTestGateway, type TestGateway } from '@gatehouse/gateway/testing';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deployments } from '@/db/schema';
import { readSnapshot } from '@/lib/control/publish/readSnapshot';
import { editor, mockApi, testControl } from '@/lib/control/testControl';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';

const kit = testControl();
let gateway: TestGateway;
beforeEach(async () => {
  gateway = await createTestGateway();
});
afterEach(() => gateway.close());

/** As it was frozen before there were authorizers, policies, scopes, credentials and the rest. */
function oldDefinition(members: Partial<Method>): RestApiDefinition {
  const get: Method = {
    httpMethod: 'GET',
    authorizationType: 'NONE',
    apiKeyRequired: false,
    requestParameters: {},
    requestModels: {},
    methodResponses: { '200': { statusCode: '200', responseParameters: {}, responseModels: {} } },
    methodIntegration: {
      type: 'MOCK',
      requestParameters: {},
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      integrationResponses: {
        '200': {
          statusCode: '200',
          responseParameters: {},
          responseTemplates: { 'application/json': 'old' },
        },
      },
    },
    ...members,
  };
  return {
    name: 'Old',
    resources: [{ id: 'root', path: '/', resourceMethods: { GET: get } }],
    models: [],
    requestValidators: [],
  };
}

/** Deployments are frozen by older versions and served by this one. */
async function serve(definition: RestApiDefinition): Promise<string> {
  const { id: api } = await mockApi(kit, 'Old');
  const { id } = await kit.control.deployments.create(editor, api, { stageName: 'prod' });
  await kit.database.db.update(deployments).set({ definition }).where(eq(deployments.id, id));
  gateway.gateway.apply(await readSnapshot(kit.ports, null));
  const { status, body } = await gateway.call('/', { api });
  return `${status} ${body}`;
}

test.each<[rule: string, members: Partial<Method>, answer: RegExp]>([
  ['an open method answers', {}, /^200 old$/],
  ['a type whose authorizer was never built stays closed', { authorizationType: 'CUSTOM' }, /^403 /],
  ['and so does one of a user pool', { authorizationType: 'COGNITO_USER_POOLS' }, /^403 /],
  ['IAM asks for a signature', { authorizationType: 'AWS_IAM' }, /^403 .*Missing Authentication Token/],
  ['a key is asked of the header', { apiKeyRequired: true }, /^403 .*Forbidden/],
])('a deployment of an older version is served: %s', async (_rule, members, answer) => {
  expect(await serve(oldDefinition(members))).toMatch(answer);
});
