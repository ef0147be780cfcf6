import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import { ingest } from '../ingest/ingest';
import { editor, refusal, testControl } from '../testControl';
import { noon, usageBatch } from './testing';

const HOUR = 3_600_000;

describe.each(databases)('$name', ({ open }) => {
  const kit = testControl(open);
  const fill = (...rows: Parameters<typeof usageBatch>) => ingest(kit, usageBatch(...rows));

  test('calls and different keys of an API in the last 7 days, nobody else has a part in them', async () => {
    const mine = { restApiId: 'mine', stageName: 'prod' };
    await fill(
      { ...mine, calls: 5 },
      { ...mine, calls: 2, apiKeyId: 'a' },
      { ...mine, calls: 3, apiKeyId: 'a', stageName: 'test', minute: noon - 24 * HOUR },
      { ...mine, calls: 1, apiKeyId: 'b', httpMethod: 'POST' },
      { ...mine, calls: 70, apiKeyId: 'old', minute: noon - 7 * 24 * HOUR - HOUR },
      { restApiId: 'other', calls: 9, apiKeyId: 'a' },
    );
    const week = await kit.control.usage.lastWeek(editor, { restApiId: 'mine' });
    expect(week).toEqual({ calls: 11, callsWithoutKey: 5, apiKeys: 2 });
    const key = await kit.control.usage.lastWeek(editor, { apiKeyId: 'a' });
    expect(key).toEqual({ calls: 14, callsWithoutKey: 0, apiKeys: 1 });
  });

  test('nothing is zero', async () => {
    const week = await kit.control.usage.lastWeek(editor, { restApiId: 'nobody' });
    expect(week).toEqual({ calls: 0, callsWithoutKey: 0, apiKeys: 0 });
  });

  test('of everything at once is no question', async () => {
    expect(await refusal(kit, () => kit.control.usage.lastWeek(editor, {}))).toMatchObject({
      code: 'BadRequestException',
    });
  });
});
