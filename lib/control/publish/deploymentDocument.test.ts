import { checkDeployment, compileDeployment } from '@gatehouse/gateway/snapshot';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deployments } from '@/db/schema';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { editor, mockApi, testControl } from '../testControl';
import { deploymentDocument } from './deploymentDocument';
import { readSnapshot } from './readSnapshot';

const kit = testControl();

/** As it was frozen before there were gateway responses, body validation, binary types and the rest. */
function oldDefinition(name: string): RestApiDefinition {
  return {
    name,
    resources: [
      {
        id: 'root',
        path: '/',
        resourceMethods: {
          GET: {
            httpMethod: 'GET',
            authorizationType: 'NONE',
            apiKeyRequired: false,
            requestValidatorId: 'v',
            requestParameters: {},
            requestModels: { 'application/json': 'Broken' },
            methodResponses: {},
            methodIntegration: {
              type: 'MOCK',
              requestParameters: {},
              requestTemplates: {},
              passthroughBehavior: 'WHEN_NO_MATCH',
              timeoutInMillis: 29_000,
              integrationResponses: {},
            },
          },
        },
      },
    ],
    models: [{ name: 'Broken', contentType: 'application/json', schema: 'not JSON' }],
    requestValidators: [{ id: 'v', name: 'params', validateRequestParameters: true }],
  };
}

test('a deployment of an older version goes on: it compiles, is published, compared and exported', async () => {
  const { id } = await mockApi(kit, 'Old');
  const deployment = await kit.control.deployments.create(editor, id, { stageName: 'dev' });
  const definition = oldDefinition('Old');
  await kit.database.db.update(deployments).set({ definition }).where(eq(deployments.id, deployment.id));
  const [document] = (await readSnapshot(kit.ports, null)).deployments;
  expect(() => checkDeployment(document)).not.toThrow();
  expect(document?.requestValidators).toEqual([{ id: 'v', validateRequestParameters: true }]);
  expect(() => compileDeployment(deploymentDocument(deployment.id, id, definition))).not.toThrow();
  const changes = await kit.control.deployments.pending(editor, id, 'dev');
  expect(changes.map(({ subject }) => subject)).not.toContain('API');
  const input = {
    restApiId: id,
    stageName: 'dev',
    exportType: 'oas30',
    format: 'json',
    extensions: true,
  } as const;
  const { body } = await kit.control.restApis.export(editor, input);
  expect(body).not.toMatch(/gateway-responses|binary-media-types|compression-size|api-key-source/);
});
