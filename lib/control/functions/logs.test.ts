import { expect, test } from 'vitest';
import { editor, testControl } from '../testControl';
import { ingestLogs } from './ingestLogs';

const kit = testControl();
const log = (functionName: string, requestId: string, time: number) => ({
  functionName,
  version: '1',
  requestId,
  lines: [
    { time, message: `START ${requestId}` },
    { time: time + 1, message: `END ${requestId}` },
  ],
});

test.each([
  [{}, ['END c', 'START c', 'END a', 'START a']],
  [{ limit: 3 }, ['END c', 'START c', 'END a']],
  [{ since: 1_500 }, ['END c', 'START c']],
  [{ requestId: 'a' }, ['END a', 'START a']],
])('logs of one function, newest first, by %j', async (filter, messages) => {
  await ingestLogs(kit, [log('hello', 'a', 1_000), log('other', 'b', 1_200), log('hello', 'c', 2_000)]);
  const lines = await kit.control.functions.logs(editor, 'hello', filter);
  expect(lines.map(({ message }) => message)).toEqual(messages);
  expect(lines[0]).toMatchObject({ version: '1', time: expect.any(Number), requestId: expect.any(String) });
});
