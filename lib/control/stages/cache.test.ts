import { beforeEach, describe, expect, test } from 'vitest';
import type { StageUpdate } from '@/lib/model/stage';
import { createControl } from '../createControl';
import { editor, mockApi, refusal, testControl } from '../testControl';
import { createTestContext } from '../testing';

const kit = testControl();
let restApiId = '';
let name = '';

beforeEach(async () => {
  restApiId = (await mockApi(kit)).id;
  name = `${restApiId}/dev`;
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
});
const update = (input: StageUpdate) => kit.control.stages.update(editor, restApiId, 'dev', input);
const served = () => kit.snapshots.at(-1)?.stages[0];

test('a cache is of 0.5 GB where nothing else is said, and keeps its size while it is off', async () => {
  expect(await update({ cacheClusterEnabled: true })).toMatchObject({
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
  });
  expect(served()).toMatchObject({ cacheBytes: 536_870_912 });
  await update({ cacheClusterSize: '1.6', methodSettings: { '*/*': { cachingEnabled: true } } });
  expect(served()).toMatchObject({
    cacheBytes: 1_717_986_918,
    caching: { cachingEnabled: true, cacheTtlInSeconds: 300 },
  });
  expect(await update({ cacheClusterEnabled: false })).toMatchObject({ cacheClusterSize: '1.6' });
  expect(served()).not.toHaveProperty('cacheBytes');
  expect(served()).not.toHaveProperty('caching');
});

test('a stage is made with a cache', async () => {
  const { deploymentId } = await kit.control.stages.get(editor, restApiId, 'dev');
  const input = { stageName: 'prod', deploymentId, cacheClusterEnabled: true };
  expect(await kit.control.stages.create(editor, restApiId, input)).toMatchObject({
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
  });
});

describe('the cache of a stage is emptied', () => {
  test('when it is told so, with or without a cache; the audit log names who did', async () => {
    await kit.control.stages.flushCache(editor, restApiId, 'dev');
    expect(kit.flushed).toEqual([name]);
    const [entry] = await kit.control.audit.list({ kind: 'system', reason: 'a test' }, {});
    expect(entry).toMatchObject({
      operation: 'FlushStageCache',
      subject: restApiId,
      actor: 'editor@example.com',
    });
  });

  test.each<[string, StageUpdate, boolean]>([
    ['is turned off', { cacheClusterEnabled: false }, true],
    ['shrinks', { cacheClusterSize: '0.5' }, true],
    ['grows', { cacheClusterSize: '6.1' }, true],
    ['stays', { cacheClusterEnabled: true, cacheClusterSize: '1.6' }, false],
    ['has other settings', { methodSettings: { '*/*': { cacheTtlInSeconds: 1 } } }, false],
  ])('when it %s', async (_name, input, flushed) => {
    await update({ cacheClusterEnabled: true, cacheClusterSize: '1.6' });
    expect(kit.flushed).toEqual([]);
    await update(input);
    expect(kit.flushed).toEqual(flushed ? [name] : []);
  });

  test('when the stage goes: another one of its name begins with nothing', async () => {
    await update({ cacheClusterEnabled: true });
    await kit.control.stages.delete(editor, restApiId, 'dev');
    expect(kit.flushed).toEqual([name]);
  });

  test('after the workers serve the change, else they might fill it again', async () => {
    const order: string[] = [];
    const context = createTestContext(kit.database, {
      publish: async () => void order.push('published'),
      flushCache: async () => void order.push('flushed'),
    });
    const { stages } = createControl(context);
    await stages.update(editor, restApiId, 'dev', { cacheClusterEnabled: true });
    await stages.update(editor, restApiId, 'dev', { cacheClusterEnabled: false });
    expect(order).toEqual(['published', 'published', 'flushed']);
  });

  test('also where a worker does not take the change over', async () => {
    await update({ cacheClusterEnabled: true });
    const flushed: string[] = [];
    const context = createTestContext(kit.database, {
      publish: () => Promise.reject(new Error('gone')),
      flushCache: async (api, stage) => void flushed.push(`${api}/${stage}`),
    });
    const work = createControl(context).stages.update(editor, restApiId, 'dev', {
      cacheClusterEnabled: false,
    });
    await expect(work).rejects.toMatchObject({ code: 'ServiceUnavailableException' });
    expect(flushed).toEqual([name]);
  });

  test('and says so when it could not be', async () => {
    const flushCache = () => Promise.reject(new Error('The supervisor did not answer'));
    const { stages } = createControl(createTestContext(kit.database, { flushCache }));
    await expect(stages.flushCache(editor, restApiId, 'dev')).rejects.toMatchObject({
      code: 'ServiceUnavailableException',
      message:
        'What was cached of dev may still be answered; flush its cache again. The supervisor did not answer',
    });
  });

  test('not of a stage that does not exist', async () => {
    const flush = () => kit.control.stages.flushCache(editor, restApiId, 'nosuch');
    expect(await refusal(kit, flush)).toMatchObject({ code: 'NotFoundException' });
    expect(kit.flushed).toEqual([]);
  });
});

describe('bad input', () => {
  test.each<[string, StageUpdate, string, string]>([
    [
      'a time to live of more than an hour',
      { methodSettings: { '*/*': { cacheTtlInSeconds: 3601 } } },
      'methodSettings.*/*.cacheTtlInSeconds',
      'Time to live is 0 to 3600 seconds',
    ],
    [
      'a rate without its burst',
      { methodSettings: { '*/*': { throttlingRateLimit: 1 } } },
      'methodSettings.*/*.throttlingBurstLimit',
      'Rate and burst are given together',
    ],
    [
      'an unknown certificate',
      { clientCertificateId: 'nosuch' },
      'clientCertificateId',
      'Invalid Client Certificate identifier specified',
    ],
    [
      'an unknown documentation version',
      { documentationVersion: '1.0' },
      'documentationVersion',
      'Invalid Documentation version specified',
    ],
    [
      "a longest timeout below AWS's",
      { maximumTimeoutInMillis: 28_999 },
      'maximumTimeoutInMillis',
      'The longest timeout is 29000 to 900000 ms',
    ],
  ])('%s is refused', async (_name, input, field, message) => {
    expect(await refusal(kit, () => update(input))).toEqual({
      code: 'BadRequestException',
      message,
      fields: [field],
    });
  });

  test('a size that AWS does not sell is refused', async () => {
    const input = { cacheClusterSize: '7' } as unknown as StageUpdate;
    expect((await refusal(kit, () => update(input))).fields).toEqual(['cacheClusterSize']);
  });

  test('everything that is named and not there is named at once', async () => {
    const input = { deploymentId: 'nosuch', clientCertificateId: 'nosuch', documentationVersion: '1' };
    expect((await refusal(kit, () => update(input))).fields).toEqual([
      'deploymentId',
      'clientCertificateId',
      'documentationVersion',
    ]);
  });
});

test('the longest timeout goes to the engine until it is null again', async () => {
  expect(await update({ maximumTimeoutInMillis: 60_000 })).toMatchObject({ maximumTimeoutInMillis: 60_000 });
  expect(served()).toMatchObject({ maximumTimeoutInMillis: 60_000 });
  expect(await update({ maximumTimeoutInMillis: null })).not.toHaveProperty('maximumTimeoutInMillis');
  expect(served()).not.toHaveProperty('maximumTimeoutInMillis');
});
