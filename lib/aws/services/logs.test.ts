import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { beforeEach, expect, test } from 'vitest';
import { ingestLogs } from '@/lib/control/functions/ingestLogs';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../testing/testDoor';

const kit = testDoor();
const logGroupName = '/aws/lambda/who';
const DAY = Date.UTC(2026, 0, 15);
let client: CloudWatchLogsClient;

beforeEach(async () => {
  client = new CloudWatchLogsClient(kit.client());
  await kit.control.functions.create(editor, {
    functionName: 'who',
    runtime: 'nodejs22.x',
    code: { inlineCode: 'export const handler = async () => 1;' },
  });
  const lines = (at: number, ...messages: string[]) =>
    messages.map((message, index) => ({ time: at + index, message }));
  await ingestLogs(kit, [
    {
      functionName: 'who',
      version: '$LATEST',
      requestId: 'r1',
      lines: lines(DAY, 'START', 'ERROR one', 'END'),
    },
    { functionName: 'who', version: '2', requestId: 'r2', lines: lines(DAY + 1000, 'START', 'fine', 'END') },
  ]);
});

const messages = ({ events = [] }: { events?: { message?: string | undefined }[] | undefined }) =>
  events.map(({ message }) => message);

test('a group for each function, a stream for each of its versions', async () => {
  const { logGroups } = await client.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: '/aws/lambda/w' }),
  );
  expect(logGroups).toMatchObject([
    { logGroupName, logGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/who' },
  ]);
  const { logStreams = [] } = await client.send(
    new DescribeLogStreamsCommand({ logGroupName, orderBy: 'LastEventTime', descending: true }),
  );
  expect(logStreams.map((stream) => stream.logStreamName)).toEqual([
    expect.stringMatching(/^2026\/01\/15\/\[2\][0-9a-f]{32}$/),
    expect.stringMatching(/^2026\/01\/15\/\[\$LATEST\][0-9a-f]{32}$/),
  ]);
});

test('the events of a stream, from its end or its head, page by page', async () => {
  const { logStreams = [] } = await client.send(
    new DescribeLogStreamsCommand({ logGroupName, logStreamNamePrefix: '2026/01/15/[$LATEST]' }),
  );
  const at = { logGroupName, logStreamName: logStreams[0]?.logStreamName };
  expect(messages(await client.send(new GetLogEventsCommand({ ...at, limit: 2 })))).toEqual([
    'ERROR one',
    'END',
  ]);
  const head = await client.send(new GetLogEventsCommand({ ...at, limit: 2, startFromHead: true }));
  expect(messages(head)).toEqual(['START', 'ERROR one']);
  const next = { ...at, limit: 2, nextToken: head.nextForwardToken };
  const rest = await client.send(new GetLogEventsCommand(next));
  expect(messages(rest)).toEqual(['END']);
  const end = await client.send(new GetLogEventsCommand({ ...next, nextToken: rest.nextForwardToken }));
  expect([messages(end), end.nextForwardToken]).toEqual([[], rest.nextForwardToken]);
});

test.each([
  ['all', {}, ['START', 'ERROR one', 'END', 'START', 'fine', 'END']],
  ['a term', { filterPattern: 'ERROR' }, ['ERROR one']],
  ['two, and one not', { filterPattern: '?ERROR ?fine -"one"' }, ['fine']],
  ['a range of time', { startTime: DAY + 1, endTime: DAY + 1001 }, ['ERROR one', 'END', 'START']],
])('filtered: %s', async (_rule, filter, expected) => {
  expect(messages(await client.send(new FilterLogEventsCommand({ logGroupName, ...filter })))).toEqual(
    expected,
  );
});

test('pages of what is filtered', async () => {
  const first = await client.send(new FilterLogEventsCommand({ logGroupName, limit: 4 }));
  const second = await client.send(
    new FilterLogEventsCommand({ logGroupName, limit: 4, nextToken: first.nextToken }),
  );
  expect([messages(first).length, messages(second), second.nextToken]).toEqual([
    4,
    ['fine', 'END'],
    undefined,
  ]);
});

test('a line has one eventId in every answer, and no other line has it', async () => {
  const idsOf = async (filter: object) => {
    const { events = [] } = await client.send(new FilterLogEventsCommand({ logGroupName, ...filter }));
    return events.map(({ eventId }) => eventId);
  };
  const all = await idsOf({});
  expect(new Set(all).size).toBe(6);
  expect(await idsOf({ filterPattern: 'fine' })).toEqual([all[4]]);
  expect(await idsOf({ startTime: DAY + 1 })).toEqual(all.slice(1));
});

test('a group that there is not', async () => {
  const read = client.send(new DescribeLogStreamsCommand({ logGroupName: '/aws/lambda/none' }));
  await expect(read).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  });
});

test('a group is made, listed, not made twice, and deleted', async () => {
  const made = { logGroupName: 'access/pets' };
  await client.send(new CreateLogGroupCommand(made));
  const listed = new DescribeLogGroupsCommand({ logGroupNamePrefix: 'access/' });
  expect((await client.send(listed)).logGroups?.map((each) => each.logGroupName)).toEqual(['access/pets']);
  await expect(client.send(new CreateLogGroupCommand(made))).rejects.toMatchObject({
    name: 'ResourceAlreadyExistsException',
    message: 'The specified log group already exists',
  });
  await client.send(new DeleteLogGroupCommand(made));
  expect((await client.send(listed)).logGroups).toEqual([]);
  await expect(client.send(new DeleteLogGroupCommand(made))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test.each([
  ['tags', { tags: { team: 'shop' } }],
  ['a key', { kmsKeyId: 'arn:aws:kms:us-east-1:000000000000:key/k' }],
  ['another class', { logGroupClass: 'INFREQUENT_ACCESS' as const }],
  ['a name that is none', { logGroupName: 'a b' }],
])('a group with %s is refused', async (_what, members) => {
  const work = client.send(new CreateLogGroupCommand({ logGroupName: 'access/pets', ...members }));
  await expect(work).rejects.toMatchObject({ name: 'InvalidParameterException' });
});
