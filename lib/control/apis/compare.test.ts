import { beforeEach, describe, expect, test } from 'vitest';
import { databases, editor, refusal, testControl } from '../testControl';

describe.each(databases.slice(0, 1))('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  let apiId = '';
  beforeEach(async () => {
    const members = { name: 'Socket', routeSelectionExpression: '$request.body.action' };
    ({ apiId } = await group().create(editor, { ...members, protocolType: 'WEBSOCKET' }));
    await group().routes.create(editor, apiId, { routeKey: '$default' });
  });
  const deploy = () => group().deployments.create(editor, apiId, {});

  test('deployments are compared with each other and with what is not deployed yet', async () => {
    const first = await deploy();
    const { routeId } = await group().routes.create(editor, apiId, { routeKey: 'ping' });
    const second = await deploy();
    await group().routes.delete(editor, apiId, routeId);
    const sentences = async (from: string, to: string) =>
      (await group().deployments.compare(editor, apiId, from, to)).map(({ sentence }) => sentence);
    expect(await sentences(first.deploymentId, second.deploymentId)).toEqual(['ping added']);
    expect(await sentences(second.deploymentId, 'current')).toEqual(['ping removed']);
    expect(await sentences(first.deploymentId, 'current')).toEqual([]);
    const gone = () => group().deployments.compare(editor, apiId, 'gone', 'current');
    expect(await refusal(kit, gone)).toMatchObject({ code: 'NotFoundException' });
  });

  test('settings of routes are replaced: a default limit goes, what is not theirs stays', async () => {
    await group().stages.create(editor, apiId, {
      stageName: 'dev',
      description: 'kept',
      defaultRouteSettings: { throttlingRateLimit: 5, throttlingBurstLimit: 7, loggingLevel: 'INFO' },
      routeSettings: { $default: { throttlingRateLimit: 1 } },
    });
    const stage = await group().stages.replaceRouteSettings(editor, apiId, 'dev', {
      defaultRouteSettings: { loggingLevel: 'INFO' },
      routeSettings: {},
    });
    expect(stage).toMatchObject({ description: 'kept', routeSettings: {} });
    expect(stage.defaultRouteSettings).toEqual({
      dataTraceEnabled: false,
      detailedMetricsEnabled: false,
      loggingLevel: 'INFO',
    });
    const unknown = () =>
      group().stages.replaceRouteSettings(editor, apiId, 'dev', {
        defaultRouteSettings: {},
        routeSettings: { gone: { throttlingRateLimit: 1 } },
      });
    expect(await refusal(kit, unknown)).toMatchObject({ fields: ['routeSettings.gone'] });
  });

  test('an empty contentHandlingStrategy takes it away', async () => {
    const { integrationId } = await group().integrations.create(editor, apiId, {
      integrationType: 'MOCK',
      contentHandlingStrategy: 'CONVERT_TO_TEXT',
    });
    const cleared = Object.fromEntries([['contentHandlingStrategy', '']]);
    const integration = await group().integrations.update(editor, apiId, integrationId, cleared);
    expect(integration.contentHandlingStrategy).toBeUndefined();
  });
});
