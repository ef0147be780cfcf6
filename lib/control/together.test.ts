import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { editor, testControl } from './testControl';

describe.each(databases)('$name', ({ open }) => {
  const kit = testControl(open);

  test('all is done and published once', async () => {
    const names = await kit.control.together(async (control) => {
      const api = await control.restApis.create(editor, { name: 'one' });
      await control.restApis.update(editor, api.id, { name: 'two' });
      const listed = await control.restApis.list(editor);
      expect(kit.snapshots).toHaveLength(0);
      return listed.map(({ name }) => name);
    });
    expect(names).toEqual(['two']);
    expect((await kit.control.audit.list({ kind: 'system', reason: 'test' })).length).toBe(2);
  });

  test('a refusal leaves nothing of what came before it', async () => {
    const work = kit.control.together(async (control) => {
      await control.restApis.create(editor, { name: 'one' });
      await control.restApis.get(editor, 'nobody');
    });
    await expect(work).rejects.toMatchObject({ code: 'NotFoundException' });
    expect(await kit.control.restApis.list(editor)).toEqual([]);
  });

  test('of two hundred changes of one value at once each is done or refused, and none is lost', async () => {
    const { id } = await kit.control.restApis.create(editor, { name: '0' });
    const add = () =>
      kit.control.together(async (control) => {
        const { name } = await control.restApis.get(editor, id);
        await control.restApis.update(editor, id, { name: String(Number(name) + 1) });
      });
    const results = await Promise.allSettled(Array.from({ length: 200 }, add));
    const done = results.filter(({ status }) => status === 'fulfilled').length;
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: 'ConflictException' });
    expect(done).toBeGreaterThan(0);
    expect((await kit.control.restApis.get(editor, id)).name).toBe(String(done));
  });
});
