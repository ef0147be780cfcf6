import { expect, test } from 'vitest';
import { functionLogs } from '@/db/schema';
import { testControl } from '../testControl';
import { expire } from '../usage/expire';
import { ingestLogs } from './ingestLogs';

const kit = testControl();
const log = (requestId: string, time: number, message: string) => ({
  functionName: 'hello',
  version: '$LATEST',
  requestId,
  lines: [{ time, message }],
});

test('lines are kept by invocation, also such as no database text can hold', async () => {
  await ingestLogs(kit, [log('a', 1_000, 'START'), log('b', 2_000, 'nul \0 byte')]);
  await ingestLogs(kit, []);
  const rows = await kit.ports.db.select().from(functionLogs);
  expect(rows.map(({ requestId, time, lines }) => [requestId, time.getTime(), lines])).toEqual([
    ['a', 1_000, [{ time: 1_000, message: 'START' }]],
    ['b', 2_000, [{ time: 2_000, message: 'nul \uFFFD byte' }]],
  ]);
});

test('old logs go with the retention of the settings', async () => {
  const now = kit.ports.now();
  await ingestLogs(kit, [log('old', now - 500 * 86_400_000, 'x'), log('new', now - 1_000, 'x')]);
  await expire(kit);
  const rows = await kit.ports.db.select().from(functionLogs);
  expect(rows.map(({ requestId }) => requestId)).toEqual(['new']);
});
