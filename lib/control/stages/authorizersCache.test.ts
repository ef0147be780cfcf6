import { beforeEach, expect, test } from 'vitest';
import { createControl } from '../createControl';
import { editor, mockApi, refusal, testControl } from '../testControl';
import { createTestContext, testActor } from '../testing';

const kit = testControl();
let restApiId = '';

beforeEach(async () => {
  restApiId = (await mockApi(kit)).id;
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
});
const flush = (actor = editor, stageName = 'dev') =>
  kit.control.stages.flushAuthorizersCache(actor, restApiId, stageName);

test('what the authorizers of a stage said is forgotten; the audit log names who did', async () => {
  await flush();
  expect([kit.flushedAuthorizers, kit.flushed]).toEqual([[`${restApiId}/dev`], []]);
  const [entry] = await kit.control.audit.list({ kind: 'system', reason: 'a test' }, {});
  expect(entry).toMatchObject({ operation: 'FlushStageAuthorizersCache', subject: restApiId });
});

test('of no stage that is not there, and by no viewer', async () => {
  expect(await refusal(kit, () => flush(editor, 'none'))).toMatchObject({ code: 'NotFoundException' });
  expect(await refusal(kit, () => flush(testActor('viewer')))).toMatchObject({
    code: 'AccessDeniedException',
  });
  expect(kit.flushedAuthorizers).toEqual([]);
});

test('a worker that does not answer is told: what was said may still count', async () => {
  const context = createTestContext(kit.database, {
    flushAuthorizersCache: () => Promise.reject(new Error('worker 2 did not answer')),
  });
  const work = createControl(context).stages.flushAuthorizersCache(editor, restApiId, 'dev');
  await expect(work).rejects.toMatchObject({
    code: 'ServiceUnavailableException',
    message:
      'What the authorizers of dev said may still count; flush their cache again. worker 2 did not answer',
  });
});
