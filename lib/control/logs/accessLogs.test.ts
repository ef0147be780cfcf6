import { expect, test } from 'vitest';
import { accessLogs } from '@/db/schema';
import type { AccessLogBatch, LogLine } from '@/lib/model/accessLog';
import { editor, refusal, testControl } from '../testControl';
import { expire } from '../usage/expire';
import { ingestAccessLogs } from './ingestAccessLogs';

const kit = testControl();
const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 15);

const batch = (boot: string, sequence: number, lines: LogLine[], logGroupName = 'calls'): AccessLogBatch => ({
  boot,
  sequence,
  groups: [{ logGroupName, lines }],
});
const lines = (count: number, from = START): LogLine[] =>
  Array.from({ length: count }, (_, index) => ({ time: from + index, message: `line ${index}` }));
const messages = async (...[group, filter]: [string, { since?: number; limit?: number }?]) =>
  (await kit.control.logs.read(editor, group, filter)).map(({ message }) => message);

test('a batch that comes twice is written once', async () => {
  await ingestAccessLogs(kit, batch('a', 1, lines(2)));
  await ingestAccessLogs(kit, batch('a', 1, lines(2)));
  await ingestAccessLogs(kit, batch('a', 2, [{ time: START + 5, message: 'nul \0 byte' }]));
  expect(await messages('calls')).toEqual(['nul \uFFFD byte', 'line 1', 'line 0']);
});

test('lines of many rows and several workers are read in their order, newest first', async () => {
  await ingestAccessLogs(kit, batch('a', 1, lines(20_050)));
  await ingestAccessLogs(kit, batch('b', 1, [{ time: START + 20_048, message: 'between' }]));
  await ingestAccessLogs(kit, batch('c', 1, lines(1), 'other'));
  expect((await messages('calls', { limit: 4 })).sort()).toEqual(
    ['between', 'line 20047', 'line 20048', 'line 20049'].sort(),
  );
  expect(await messages('calls', { limit: 10_000 })).toHaveLength(10_000);
  expect(await messages('calls', { since: START + 20_049 })).toEqual(['line 20049']);
});

test('a stream is one worker’s of one day', async () => {
  await ingestAccessLogs(kit, batch('a', 1, [...lines(1), ...lines(1, START + DAY)]));
  await ingestAccessLogs(kit, batch('b', 1, lines(1)));
  const names = (await kit.control.logs.read(editor, 'calls')).map(({ logStreamName }) => logStreamName);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});

test('a group is there once a stage names it, and with its last line it goes', async () => {
  expect(await refusal(kit, () => kit.control.logs.read(editor, 'calls'))).toMatchObject({
    code: 'NotFoundException',
  });
  const { apiId } = await kit.control.apis.create(editor, { name: 'Pets', protocolType: 'HTTP' });
  const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:access/pets';
  await kit.control.apis.stages.create(editor, apiId, {
    stageName: 'dev',
    accessLogSettings: { destinationArn, format: '$context.requestId' },
  });
  expect(await messages('access/pets')).toEqual([]);
  await ingestAccessLogs(kit, batch('a', 1, lines(1, kit.ports.now() - 500 * DAY), 'old'));
  const names = async () => (await kit.control.logs.groups(editor)).map(({ logGroupName }) => logGroupName);
  await kit.control.logs.create(editor, 'made');
  expect(await names()).toEqual(['access/pets', 'made', 'old']);
  await expire(kit);
  expect(await names()).toEqual(['access/pets', 'made']);
  expect(await kit.ports.db.select().from(accessLogs)).toEqual([]);
});

test.each([
  [
    'arn:aws:firehose:us-east-1:000000000000:deliverystream/amazon-apigateway-a',
    /^Access logs go to CloudWatch Logs/,
  ],
  ['arn:aws:logs:us-east-1:000000000000:log-group:calls:*', /^Invalid ARN specified in the request$/],
  ['arn:aws:sqs:us-east-1:000000000000:calls', /^Invalid ARN specified in the request$/],
])('a log to %s is refused', async (destinationArn, message) => {
  const { apiId } = await kit.control.apis.create(editor, { name: 'Pets', protocolType: 'HTTP' });
  const accessLogSettings = { destinationArn, format: '$context.requestId' };
  const refused = await refusal(kit, () =>
    kit.control.apis.stages.create(editor, apiId, { stageName: 'dev', accessLogSettings }),
  );
  expect(refused.message).toMatch(message);
});
