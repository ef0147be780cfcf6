import { beforeEach, describe, expect, test } from 'vitest';
import { databases, editor, refusal, testControl } from '../testControl';

const url = 'https://backend.example';
const functionArn = 'arn:aws:lambda:us-east-1:000000000000:function:pets';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;
  const newest = () => kit.snapshots.at(-1);
  const quick = (members = {}) =>
    group().create(editor, { name: 'Pets', protocolType: 'HTTP', target: url, ...members });
  let apiId: string;
  beforeEach(async () => {
    ({ apiId } = await quick());
  });

  test('quick create makes route, integration and a stage that is deployed', async () => {
    const [integration] = await group().integrations.list(editor, apiId);
    expect(integration).toMatchObject({
      apiGatewayManaged: true,
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'ANY',
      integrationUri: url,
      payloadFormatVersion: '1.0',
    });
    expect(await group().routes.list(editor, apiId)).toMatchObject([
      { apiGatewayManaged: true, routeKey: '$default', target: `integrations/${integration?.integrationId}` },
    ]);
    const [deployment] = await group().deployments.list(editor, apiId);
    expect(deployment).toMatchObject({
      autoDeployed: true,
      deploymentStatus: 'DEPLOYED',
      description: 'Automatic deployment triggered by changes to the Api configuration',
    });
    const deploymentId = deployment?.deploymentId;
    expect(await group().stages.list(editor, apiId)).toMatchObject([
      {
        stageName: '$default',
        apiGatewayManaged: true,
        autoDeploy: true,
        deploymentId,
        defaultRouteSettings: { detailedMetricsEnabled: false },
        lastDeploymentStatusMessage: `Successfully deployed stage with deployment ID '${deploymentId}'`,
      },
    ]);
    expect(newest()).toMatchObject({ apiStages: [{ stageName: '$default', deploymentId }] });
  });

  test('of what quick create made some stays as it is', async () => {
    const [integration] = await group().integrations.list(editor, apiId);
    const [route] = await group().routes.list(editor, apiId);
    await group().routes.update(editor, apiId, route?.routeId ?? '', { operationName: 'any' });
    const rename = () => group().routes.update(editor, apiId, route?.routeId ?? '', { routeKey: 'GET /' });
    expect(await refusal(kit, rename)).toMatchObject({
      message: 'The $default route key cannot be modified',
    });
    await group().routes.delete(editor, apiId, route?.routeId ?? '');
    const drop = () => group().integrations.delete(editor, apiId, integration?.integrationId ?? '');
    expect(await refusal(kit, drop)).toMatchObject({ code: 'BadRequestException' });
    const manual = () => group().stages.update(editor, apiId, '$default', { autoDeploy: false });
    expect(await refusal(kit, manual)).toMatchObject({ code: 'BadRequestException' });
  });

  test('its target is changed by the API: from a URL to a function', async () => {
    await group().update(editor, apiId, { target: functionArn });
    expect(newest()?.apiDeployments).toMatchObject([
      {
        integrations: [
          { integrationType: 'AWS_PROXY', integrationUri: functionArn, payloadFormatVersion: '2.0' },
        ],
      },
    ]);
    const { apiId: other } = await group().create(editor, { name: 'Other', protocolType: 'HTTP' });
    expect(await refusal(kit, () => group().update(editor, other, { target: url }))).toMatchObject({
      message: 'The API was not made by quick create',
    });
  });

  test('every change goes to stages that deploy automatically; those that nothing serves go', async () => {
    const before = newest()?.apiStages?.[0]?.deploymentId;
    await group().routes.create(editor, apiId, { routeKey: 'GET /pets' });
    const stage = await group().stages.get(editor, apiId, '$default');
    expect(stage.deploymentId).not.toBe(before);
    expect(newest()?.apiDeployments).toMatchObject([
      { deploymentId: stage.deploymentId, routes: [{ routeKey: '$default' }, { routeKey: 'GET /pets' }] },
    ]);
    expect(await group().deployments.list(editor, apiId)).toHaveLength(1);
    const manual = () => group().deployments.create(editor, apiId, { stageName: '$default' });
    expect(await refusal(kit, manual)).toMatchObject({ code: 'BadRequestException' });
    const pointed = () => group().stages.update(editor, apiId, '$default', { deploymentId: before });
    expect(await refusal(kit, pointed)).toMatchObject({
      message: 'Deployment ID cannot be set on stages with AutoDeploy enabled',
    });
  });

  test('what cannot be deployed is told by the stage, which goes on with what it has', async () => {
    const { apiId: bare } = await group().create(editor, { name: 'Bare', protocolType: 'HTTP' });
    const made = await group().stages.create(editor, bare, { stageName: 'prod', autoDeploy: true });
    const failed = 'Deployment attempt failed: Unable to deploy API because no routes exist in this API';
    expect(made).toMatchObject({ lastDeploymentStatusMessage: failed });
    expect(made).not.toHaveProperty('deploymentId');
    const { routeId } = await group().routes.create(editor, bare, { routeKey: 'GET /' });
    const { deploymentId } = await group().stages.get(editor, bare, 'prod');
    await group().routes.delete(editor, bare, routeId);
    expect(await group().stages.get(editor, bare, 'prod')).toMatchObject({
      deploymentId,
      lastDeploymentStatusMessage: failed,
    });
  });

  test('CORS is live without a deployment', async () => {
    const deployments = await group().deployments.list(editor, apiId);
    const corsConfiguration = { allowOrigins: ['https://shop.example'] };
    await group().update(editor, apiId, { corsConfiguration });
    expect(newest()?.apis).toMatchObject([{ corsConfiguration }]);
    expect(newest()).not.toHaveProperty('apiDeployments');
    await group().update(editor, apiId, { description: 'All pets' });
    expect(await group().get(editor, apiId)).toMatchObject({ corsConfiguration, description: 'All pets' });
    await group().deleteCorsConfiguration(editor, apiId);
    expect(newest()?.apis?.[0]).not.toHaveProperty('corsConfiguration');
    expect(await group().deployments.list(editor, apiId)).toEqual(deployments);
  });

  test('maps are merged by key; an empty text takes a key away, an empty map a status', async () => {
    const { integrationId } = await group().integrations.create(editor, apiId, {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'GET',
      integrationUri: url,
      description: 'old',
      requestParameters: { 'append:header.a': '1', 'append:header.b': '2' },
      responseParameters: { '200': { 'append:header.a': '1' }, '404': { 'append:header.b': '2' } },
    });
    const updated = await group().integrations.update(editor, apiId, integrationId, {
      description: '',
      requestParameters: { 'append:header.a': '', 'append:header.c': '3' },
      responseParameters: { '200': {}, '404': { 'append:header.c': '3' } },
    });
    expect(updated).not.toHaveProperty('description');
    expect(updated).toMatchObject({ integrationUri: url, timeoutInMillis: 30_000 });
    expect(updated.requestParameters).toEqual({ 'append:header.b': '2', 'append:header.c': '3' });
    expect(updated.responseParameters).toEqual({ '404': { 'append:header.b': '2', 'append:header.c': '3' } });
  });

  test('stages: variables and route settings by key, their deletions, the flush', async () => {
    await group().routes.create(editor, apiId, { routeKey: 'GET /pets' });
    const routeSettings = { 'GET /pets': { throttlingBurstLimit: 5, throttlingRateLimit: 1 } };
    await group().stages.update(editor, apiId, '$default', {
      routeSettings,
      stageVariables: { a: '1', b: '2' },
      accessLogSettings: {
        destinationArn: 'arn:aws:logs:us-east-1:000000000000:log-group:x',
        format: '$context.requestId',
      },
    });
    const second = await group().stages.update(editor, apiId, '$default', {
      stageVariables: { a: '', c: '3' },
    });
    expect(second).toMatchObject({ routeSettings, stageVariables: { b: '2', c: '3' } });
    expect(second.stageVariables).not.toHaveProperty('a');
    expect(newest()?.apiStages).toMatchObject([{ routeSettings, stageVariables: { b: '2', c: '3' } }]);
    const unknown = () =>
      group().stages.update(editor, apiId, '$default', { routeSettings: { 'GET /x': {} } });
    expect(await refusal(kit, unknown)).toMatchObject({
      message: 'Unable to find Route by key GET /x within the provided RouteSettings',
    });
    const [route] = (await group().routes.list(editor, apiId)).filter(
      ({ routeKey }) => routeKey !== '$default',
    );
    await group().routes.delete(editor, apiId, route?.routeId ?? '');
    await group().stages.update(editor, apiId, '$default', { description: 'of a route that is gone' });
    await group().stages.deleteRouteSettings(editor, apiId, '$default', 'GET /pets');
    await group().stages.deleteAccessLogSettings(editor, apiId, '$default');
    const last = await group().stages.get(editor, apiId, '$default');
    expect(last.routeSettings).toEqual({});
    expect(last).not.toHaveProperty('accessLogSettings');
    await group().stages.resetAuthorizersCache(editor, apiId, '$default');
    expect(kit.flushedAuthorizers).toEqual([`${apiId}/$default`]);
  });

  test('a client certificate and a VPC link stay while an Api uses them', async () => {
    const { clientCertificates, vpcLinks } = kit.control;
    const { clientCertificateId } = await clientCertificates.generate(editor, {});
    await group().stages.update(editor, apiId, '$default', { clientCertificateId });
    expect(newest()).toMatchObject({
      apiStages: [{ clientCertificateId }],
      clientCertificates: [{ clientCertificateId }],
    });
    const drop = () => clientCertificates.delete(editor, clientCertificateId);
    expect(await refusal(kit, drop)).toMatchObject({
      code: 'ConflictException',
      message: `Cannot delete client certificate '${clientCertificateId}', is referenced in stage: ${apiId}/$default`,
    });
    const next = await clientCertificates.rotate(editor, clientCertificateId);
    expect(newest()?.apiStages).toMatchObject([{ clientCertificateId: next.clientCertificateId }]);
    await drop();

    const link = await vpcLinks.create(editor, { name: 'shop', targets: ['127.0.0.1:1'] });
    const { integrationId } = await group().integrations.create(editor, apiId, {
      integrationType: 'HTTP_PROXY',
      integrationMethod: 'ANY',
      integrationUri: url,
      connectionType: 'VPC_LINK',
      connectionId: link.id,
    });
    expect(await refusal(kit, () => vpcLinks.delete(editor, link.id))).toMatchObject({
      code: 'BadRequestException',
      message: expect.stringContaining(`${apiId}:${integrationId}, ${apiId}:$default`),
    });
    await group().integrations.delete(editor, apiId, integrationId);
    await vpcLinks.delete(editor, link.id);
  });

  test('tags of an Api and of its stage go with them', async () => {
    const { apiId: tagged } = await quick({ tags: { team: 'shop' } });
    await group().stages.create(editor, tagged, { stageName: 'prod', tags: { env: 'prod' } });
    expect(await group().get(editor, tagged)).toMatchObject({ tags: { team: 'shop' } });
    expect(await group().list(editor)).toMatchObject([{ tags: {} }, { tags: { team: 'shop' } }]);
    expect(await group().stages.get(editor, tagged, 'prod')).toMatchObject({ tags: { env: 'prod' } });
    const arn = `arn:aws:apigateway:us-east-1::/apis/${tagged}`;
    await kit.control.tags.tag(editor, `${arn}/stages/prod`, { more: 'x' });
    await group().delete(editor, tagged);
    expect(await kit.control.tags.all(editor, arn)).toEqual({});
    expect(newest()?.apis).toMatchObject([{ apiId }]);
  });
});
