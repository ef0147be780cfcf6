import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestHost } from './testing/createTestHost';

let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
  await host.add('node', {
    files: {
      'index.mjs': 'export const handler = async (_event, { clientContext }) => clientContext ?? "none";',
    },
  });
  await host.add('python', {
    runtime: 'python3.x',
    files: {
      'index.py':
        'def handler(event, context):\n  given = context.client_context\n  return given and [given.custom, given.env, given.client.app_title]',
    },
  });
});
afterAll(() => host.close());

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const invoke = async (functionArn: string, clientContext?: string) => {
  const { status, payload } = await host.client.invoke({
    functionArn,
    payload: Buffer.from('{}'),
    invocationType: 'RequestResponse',
    timeoutInMillis: 120_000,
    clientContext,
  });
  return [status, JSON.parse(payload.toString())];
};
const given = { client: { app_title: 'Zoë' }, custom: { a: '1' }, env: { locale: 'de' } };

test('a function is told what the caller says of itself, in any letters', async () => {
  expect(await invoke('node', base64(given))).toEqual([200, given]);
  expect(await invoke('python', base64(given))).toEqual([200, [given.custom, given.env, 'Zoë']]);
});

test('a caller that says nothing has no context', async () => {
  expect(await invoke('node')).toEqual([200, 'none']);
  expect(await invoke('python')).toEqual([200, null]);
});

test.each([
  ['no JSON', Buffer.from('{').toString('base64')],
  ['no base64', '%%%'],
  ['a list', base64([])],
  ['a text', base64('x')],
  ['more than 3,583 characters', base64({ custom: { a: 'x'.repeat(3_000) } })],
])('%s is refused', async (_rule, clientContext) => {
  expect(await invoke('node', clientContext)).toEqual([
    400,
    { Type: 'User', message: 'Client context must be a valid Base64-encoded JSON object.' },
  ]);
});
