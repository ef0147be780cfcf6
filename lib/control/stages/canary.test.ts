import { beforeEach, describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import type { CanarySettings } from '@/lib/model/stage';
import { readSnapshot } from '../publish/readSnapshot';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let restApiId = '';
  let first = '';

  beforeEach(async () => {
    restApiId = (await mockApi(kit)).id;
    first = (await deploy()).id;
  });
  const deploy = (canarySettings?: Partial<CanarySettings>, stageName = 'prod') => {
    kit.clock.now += 1_000;
    const input = { stageName, ...(canarySettings && { canarySettings }) };
    return kit.control.deployments.create(editor, restApiId, input);
  };
  const stage = () => kit.control.stages.get(editor, restApiId, 'prod');
  const update = (input: Parameters<typeof kit.control.stages.update>[3]) =>
    kit.control.stages.update(editor, restApiId, 'prod', input);
  const published = () => ({
    deployments: kit.snapshots.at(-1)?.deployments.map(({ deploymentId }) => deploymentId),
    stages: kit.snapshots.at(-1)?.stages,
  });

  describe('a deployment with canarySettings', () => {
    test('makes the canary, and leaves the stage as it is', async () => {
      const made = await deploy({ percentTraffic: 12.5, stageVariableOverrides: { a: 'b' } });
      expect(made).toMatchObject({ stageNames: ['prod'], canaryStageNames: ['prod'] });
      const canary = {
        deploymentId: made.id,
        percentTraffic: 12.5,
        stageVariableOverrides: { a: 'b' },
        useStageCache: false,
      };
      expect(await stage()).toMatchObject({ deploymentId: first, variables: {}, canarySettings: canary });
      expect(published()).toMatchObject({
        deployments: [made.id],
        stages: [{ deploymentId: first, canary }],
      });
    });

    test("without a member makes one with AWS's: nobody is sent to it", async () => {
      const { id } = await deploy({});
      expect((await stage()).canarySettings).toEqual({
        deploymentId: id,
        percentTraffic: 0,
        stageVariableOverrides: {},
        useStageCache: false,
      });
    });

    test('changes of a canary that is there its deployment, and what it is told besides', async () => {
      await deploy({ percentTraffic: 30, stageVariableOverrides: { a: 'b' }, useStageCache: true });
      const { id } = await deploy({ percentTraffic: 40 });
      expect((await stage()).canarySettings).toEqual({
        deploymentId: id,
        percentTraffic: 40,
        stageVariableOverrides: { a: 'b' },
        useStageCache: true,
      });
    });

    test.each([
      [
        'of a stage that does not exist',
        'new',
        {},
        'stageName',
        'Invalid deployment content specified.Stage new must already be created before making a canary release deployment',
      ],
      [
        'of more than everything',
        'prod',
        { percentTraffic: 101 },
        'canarySettings.percentTraffic',
        'Percent is 0 to 100',
      ],
      [
        'with a variable that is none',
        'prod',
        { stageVariableOverrides: { 'a-b': '' } },
        'canarySettings.stageVariableOverrides.a-b',
        'Variable names are letters, digits and _ (at most 64)',
      ],
    ])('%s is refused', async (_name, stageName, wish, field, message) => {
      expect(await refusal(kit, () => deploy(wish, stageName))).toEqual({
        code: 'BadRequestException',
        message,
        fields: [field],
      });
    });

    test('without a stage is refused in the words of AWS', async () => {
      const input = { canarySettings: {} } as unknown as { stageName: string };
      const create = () => kit.control.deployments.create(editor, restApiId, input);
      expect((await refusal(kit, create)).message).toBe(
        'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null',
      );
    });
  });

  describe('a stage with a canary', () => {
    let second = '';
    beforeEach(async () => {
      second = (await deploy({ percentTraffic: 10, stageVariableOverrides: { b: '2', c: '3' } })).id;
    });

    test('is redeployed by its canary, and its changes are pending against that', async () => {
      const [root] = await kit.control.resources.list(editor, restApiId);
      await mockMethod(kit, restApiId, root?.id ?? '', 'POST');
      const pending = async () =>
        (await kit.control.deployments.pending(editor, restApiId, 'prod')).map(({ sentence }) => sentence);
      expect(await pending()).toEqual(['POST / added']);
      const third = await deploy();
      expect(third.canaryStageNames).toEqual(['prod']);
      expect(await stage()).toMatchObject({
        deploymentId: first,
        canarySettings: { deploymentId: third.id, percentTraffic: 10 },
      });
      expect(published().deployments).toEqual([third.id]);
      expect(await pending()).toEqual([]);
    });

    test('is named by both its deployments, and keeps both from deletion', async () => {
      expect(await kit.control.deployments.list(editor, restApiId)).toMatchObject([
        { id: second, stageNames: ['prod'], canaryStageNames: ['prod'] },
        { id: first, stageNames: ['prod'], canaryStageNames: [] },
      ]);
      for (const id of [first, second]) {
        const remove = () => kit.control.deployments.delete(editor, restApiId, id);
        expect((await refusal(kit, remove)).message).toBe(
          'Active stages pointing to this deployment must be moved or deleted',
        );
      }
      await update({ canarySettings: null });
      await kit.control.deployments.delete(editor, restApiId, second);
    });

    test('has both in a complete snapshot', async () => {
      const { deployments, stages } = await readSnapshot(kit.ports, null);
      expect(deployments.map(({ deploymentId }) => deploymentId).sort()).toEqual([first, second].sort());
      expect(stages).toMatchObject([{ deploymentId: first, canary: { deploymentId: second } }]);
    });

    test('loses it when it is null: the engine hears no more of it', async () => {
      const { canarySettings, ...rest } = await update({ canarySettings: null });
      expect(canarySettings).toBeUndefined();
      expect(rest.deploymentId).toBe(first);
      expect(published().stages?.[0]).not.toHaveProperty('canary');
    });

    test('is promoted: deployment and variables become its own, the canary stays with nobody', async () => {
      await update({ variables: { a: '1', b: '1' } });
      const promoted = await kit.control.stages.promoteCanary(editor, restApiId, 'prod');
      expect(promoted).toMatchObject({
        deploymentId: second,
        variables: { a: '1', b: '2', c: '3' },
        canarySettings: {
          deploymentId: second,
          percentTraffic: 0,
          stageVariableOverrides: { b: '2', c: '3' },
        },
      });
      expect(promoted).toEqual(await stage());
      expect(published().stages).toMatchObject([{ deploymentId: second, canary: { percentTraffic: 0 } }]);
      await kit.control.deployments.delete(editor, restApiId, first);
    });

    test('is not promoted to more variables than a stage may have', async () => {
      const variables = Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`v${n}`, 'x']));
      await update({ variables });
      const promote = () => kit.control.stages.promoteCanary(editor, restApiId, 'prod');
      expect((await refusal(kit, promote)).message).toBe('A stage has at most 100 variables');
    });

    test('tells a live worker of an old deployment that becomes its canary again', async () => {
      await update({ canarySettings: null });
      const canarySettings = { percentTraffic: 5, deploymentId: second };
      await update({ canarySettings });
      expect(published().deployments).toEqual([second]);
      expect((await stage()).canarySettings).toEqual({
        ...canarySettings,
        stageVariableOverrides: {},
        useStageCache: false,
      });
    });
  });

  test('a stage without a canary has nothing to promote', async () => {
    const promote = () => kit.control.stages.promoteCanary(editor, restApiId, 'prod');
    expect(await refusal(kit, promote)).toMatchObject({
      code: 'BadRequestException',
      message: 'Promotion not available. Canary does not exist.',
    });
  });

  test("a canary of another API's deployment is refused", async () => {
    const other = await mockApi(kit, 'Other');
    const { id } = await kit.control.deployments.create(editor, other.id, { stageName: 'prod' });
    const work = () => update({ canarySettings: { percentTraffic: 1, deploymentId: id } });
    expect(await refusal(kit, work)).toEqual({
      code: 'BadRequestException',
      message: 'Deployment id does not exist',
      fields: ['canarySettings.deploymentId'],
    });
  });
});
