import { beforeEach, describe, expect, test } from 'vitest';
import { databases, editor, refusal, testControl } from '../testControl';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  const newest = () => kit.snapshots.at(-1);
  let apiId: string;
  beforeEach(async () => {
    ({ apiId } = await group().create(editor, { name: 'Pets', protocolType: 'HTTP' }));
  });
  const integrate = () =>
    group().integrations.create(editor, apiId, {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'ANY',
      integrationUri: 'https://example.com/{proxy}',
    });

  test('an HTTP API is answered with what AWS fills in', async () => {
    const api = await group().get(editor, apiId);
    expect(api).toEqual({
      apiId: expect.stringMatching(/^[a-z0-9]{10}$/),
      name: 'Pets',
      protocolType: 'HTTP',
      apiEndpoint: `http://${apiId}.execute-api.localhost:8080`,
      apiKeySelectionExpression: '$request.header.x-api-key',
      routeSelectionExpression: '$request.method $request.path',
      disableExecuteApiEndpoint: false,
      ipAddressType: 'ipv4',
      createdDate: kit.clock.now,
      tags: {},
    });
    expect(await group().list(editor)).toEqual([api]);
    expect(await kit.control.restApis.list(editor)).toEqual([]);
  });

  test('a deployment freezes what a stage serves until the next', async () => {
    const { integrationId } = await integrate();
    const route = await group().routes.create(editor, apiId, {
      routeKey: 'GET /pets/{id}',
      target: `integrations/${integrationId}`,
    });
    await group().stages.create(editor, apiId, { stageName: 'prod' });
    const { deploymentId } = await group().deployments.create(editor, apiId, { stageName: 'prod' });
    await group().routes.delete(editor, apiId, route.routeId);
    expect(newest()).toMatchObject({
      apis: [{ apiId, protocolType: 'HTTP', name: 'Pets' }],
      apiStages: [{ apiId, stageName: 'prod', deploymentId }],
      apiDeployments: [{ deploymentId, routes: [{ routeKey: 'GET /pets/{id}' }] }],
    });
    expect(await group().routes.list(editor, apiId)).toEqual([]);
    expect(await refusal(kit, () => group().deployments.create(editor, apiId, {}))).toMatchObject({
      code: 'BadRequestException',
      message: 'Unable to deploy API because no routes exist in this API',
    });
    expect(await refusal(kit, () => group().deployments.delete(editor, apiId, deploymentId))).toMatchObject({
      message: 'Active stages pointing to this deployment must be moved or deleted',
    });
  });

  test('a WebSocket API is deployed with its responses and models', async () => {
    const members = { name: 'Chat', routeSelectionExpression: '$request.body.action' };
    const { apiId: socket, ...api } = await group().create(editor, { ...members, protocolType: 'WEBSOCKET' });
    expect(api).toMatchObject({ ...members, apiEndpoint: `ws://${socket}.execute-api.localhost:8080` });
    await group().models.create(editor, socket, { name: 'Join', schema: '{"type":"object"}' });
    const { integrationId } = await group().integrations.create(editor, socket, {
      integrationType: 'MOCK',
      description: 'answers by itself',
      requestTemplates: { $default: '{"statusCode":200}' },
      templateSelectionExpression: '\\$default',
    });
    const response = { integrationResponseKey: '$default', responseTemplates: { $default: '{"ok":true}' } };
    await group().integrationResponses.create(editor, socket, integrationId, response);
    const { routeId } = await group().routes.create(editor, socket, {
      routeKey: 'join',
      target: `integrations/${integrationId}`,
      requestModels: { $default: 'Join' },
      modelSelectionExpression: '$request.body.action',
      routeResponseSelectionExpression: '$default',
    });
    await group().routeResponses.create(editor, socket, routeId, { routeResponseKey: '$default' });
    const stage = await group().stages.create(editor, socket, { stageName: 'prod', autoDeploy: true });
    expect(stage.lastDeploymentStatusMessage).toMatch(/^Successfully deployed/);
    expect(newest()?.apiDeployments).toMatchObject([
      {
        protocolType: 'WEBSOCKET',
        routeSelectionExpression: '$request.body.action',
        routes: [{ routeKey: 'join', routeResponses: [{ routeResponseKey: '$default' }] }],
        integrations: [{ integrationType: 'MOCK', integrationResponses: [response] }],
        models: [{ name: 'Join' }],
      },
    ]);
    const nameless = () => group().stages.create(editor, socket, { stageName: '$default' });
    expect(await refusal(kit, nameless)).toMatchObject({ message: 'Stage name only allows a-zA-Z0-9_-' });
  });
});
