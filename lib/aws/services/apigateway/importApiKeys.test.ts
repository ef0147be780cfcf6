import { APIGatewayClient, ImportApiKeysCommand } from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
let planId: string;
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  planId = (await kit.control.usagePlans.create(editor, { name: 'Gold' })).id;
});
const value = (letter: string) => letter.repeat(30);
const send = (lines: string[], more: { failOnWarnings?: boolean; format?: string } = {}) =>
  client.send(
    new ImportApiKeysCommand({ format: 'csv', ...more, body: Buffer.from(lines.join('\n')) } as never),
  );
const keys = () => kit.control.apiKeys.list(editor);

test('keys come into their plans, are published, and come again with what has changed', async () => {
  const {
    ids = [],
    warnings,
    $metadata,
  } = await send([
    'Key,name,description,Enabled,usageplanIds',
    `${value('a')},first,one of them,true,"${planId}"`,
    `${value('b')},second,,FALSE,`,
  ]);
  expect($metadata.httpStatusCode).toBe(201);
  expect(warnings).toEqual([]);
  const [first = '', second = ''] = ids;
  expect(await kit.control.apiKeys.get(editor, first, { includeValue: true })).toMatchObject({
    name: 'first',
    description: 'one of them',
    enabled: true,
    value: value('a'),
    usagePlanIds: [planId],
  });
  expect(await kit.control.apiKeys.get(editor, second)).toMatchObject({ name: 'second', enabled: false });
  expect(
    kit.snapshots
      .at(-1)
      ?.apiKeys.map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
  const again = await send(['name,key', `renamed,${value('b')}`]);
  expect(again.ids).toEqual([second]);
  expect(await kit.control.apiKeys.get(editor, second)).toMatchObject({ name: 'renamed', enabled: true });
});

test('a file of 2,500 lines is one import', async () => {
  const lines = Array.from({ length: 2_500 }, (_, index) => `k${index},value-of-thirty-letters-${index}`);
  const { ids = [] } = await send(['name,key', ...lines]);
  expect(new Set(ids).size).toBe(2_500);
  expect((await keys()).length).toBe(2_500);
});

test.each([
  ['a plan that there is not', (key: string) => `n,${key},none`, 'Line 2: there is no usage plan none'],
  [
    'a value twice',
    (key: string) => `n,${key},\nlast,${key},`,
    'Line 3: the key of line 2 once more, which counts',
  ],
])('a warning, or a refusal where warnings fail: %s', async (_rule, lines, warning) => {
  const file = ['name,key,usageplanids', lines(value('a'))];
  await expect(send(file, { failOnWarnings: true })).rejects.toMatchObject({
    name: 'BadRequestException',
    message: warning,
  });
  expect(await keys()).toEqual([]);
  const { ids, warnings } = await send(file);
  expect([ids?.length, warnings]).toEqual([1, [warning]]);
});

test.each([
  ['no column of values', ['name,description', 'a,b'], {}, 'The column key is missing'],
  ['nothing', [''], {}, 'The column name is missing'],
  ['no lines', ['name,key'], {}, 'The file has no keys'],
  [
    'a value that is too short, with its line',
    ['name,key', `good,${value('a')}`, 'bad,short'],
    {},
    'Line 3: API Key value should be at least 20 characters',
  ],
  ['another format', ['name,key'], { format: 'xml' }, 'Invalid format specified: it must be csv'],
])('refused whole: %s', async (_rule, lines, more, message) => {
  await expect(send(lines, more)).rejects.toMatchObject({ name: 'BadRequestException', message });
  expect(await keys()).toEqual([]);
});
