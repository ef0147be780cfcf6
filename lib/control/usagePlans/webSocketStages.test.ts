import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { editor, testControl } from '../testControl';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);

  async function stageOf(protocolType: 'WEBSOCKET' | 'HTTP') {
    const input = {
      name: 'chat',
      protocolType,
      ...(protocolType === 'WEBSOCKET' && { routeSelectionExpression: '$request.body.action' }),
    };
    const { apiId } = await kit.control.apis.create(editor, input);
    await kit.control.apis.stages.create(editor, apiId, { stageName: 'prod' });
    return { apiId, stage: 'prod' };
  }
  const plan = (apiStages: { apiId: string; stage: string; throttle?: object }[]) =>
    kit.control.usagePlans.create(editor, { name: 'Gold', apiStages: apiStages as [] });

  test('a plan holds a WebSocket API’s stage, and is published with it', async () => {
    const stage = await stageOf('WEBSOCKET');
    const made = await plan([stage]);
    expect(made.apiStages).toEqual([{ ...stage, throttle: {} }]);
    expect(await kit.control.usagePlans.get(editor, made.id)).toEqual(made);
    expect(kit.snapshots.at(-1)?.usagePlans).toContainEqual(
      expect.objectContaining({ id: made.id, apiStages: { [`${stage.apiId}:prod`]: {} } }),
    );
    const updated = await kit.control.usagePlans.update(editor, made.id, { name: 'Gold' });
    expect(updated.apiStages).toEqual([]);
  });

  test('a stage that is deleted leaves its plans', async () => {
    const stage = await stageOf('WEBSOCKET');
    const { id } = await plan([stage]);
    await kit.control.apis.stages.delete(editor, stage.apiId, 'prod');
    expect((await kit.control.usagePlans.get(editor, id)).apiStages).toEqual([]);
  });

  test('a key has one plan for each stage', async () => {
    const stage = await stageOf('WEBSOCKET');
    const key = await kit.control.apiKeys.create(editor, { name: 'k' });
    await kit.control.usagePlans.addKey(editor, (await plan([stage])).id, key.id);
    const other = await plan([stage]);
    await expect(kit.control.usagePlans.addKey(editor, other.id, key.id)).rejects.toMatchObject({
      code: 'ConflictException',
    });
  });

  test('HTTP APIs have no keys, WebSocket APIs no methods', async () => {
    await expect(plan([await stageOf('HTTP')])).rejects.toMatchObject({ code: 'NotFoundException' });
    const throttle = { '/GET': { rateLimit: 1, burstLimit: 1 } };
    await expect(plan([{ ...(await stageOf('WEBSOCKET')), throttle }])).rejects.toMatchObject({
      code: 'BadRequestException',
    });
  });
});
