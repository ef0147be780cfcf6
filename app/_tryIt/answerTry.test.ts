import { expect, test } from 'vitest';
import { ControlError } from '@/lib/model/ControlError';
import { answerTry, type TriedCall } from './answerTry';

const url = 'http://console.example/api/try/pets/1';
const said = { status: 200, headers: [['content-type', 'text/plain']] satisfies [string, string][] };
const hello = async () => ({ ...said, body: new TextEncoder().encode('hello') });

test('what was asked goes on, and what was said comes back', async () => {
  const seen: TriedCall[] = [];
  const request = new Request(url, { method: 'PUT', headers: { 'x-color': 'red' }, body: 'one' });
  const answer = await answerTry(request, 'goes-on', (call) => {
    seen.push(call);
    return hello();
  });
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
    200,
    'hello',
    'text/plain',
  ]);
  expect(seen.map(({ method, body }) => [method, String(body)])).toEqual([['PUT', 'one']]);
  expect(seen[0]?.headers).toContainEqual(['x-color', 'red']);
});

test.each<[site: string, status: number]>([
  ['cross-site', 403],
  ['same-site', 403],
  ['none', 403],
  ['same-origin', 200],
])('a page that the browser calls %s: %d', async (site, status) => {
  const request = new Request(url, { headers: { 'sec-fetch-site': site } });
  expect((await answerTry(request, `site-${site}`, hello)).status).toBe(status);
});

test('ten at once to one API, and no more; another API has its own ten', async () => {
  const ask = (api: string) => answerTry(new Request(url), api, hello);
  const answers = await Promise.all(Array.from({ length: 11 }, () => ask('busy')));
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(200), 429]);
  expect(answers[10]?.headers.get('retry-after')).toBe('1');
  expect((await ask('idle')).status).toBe(200);
});

test('a body over 10 MB is refused before it is read to its end', async () => {
  let given = 0;
  const body = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const request = new Request(url, { method: 'POST', body, duplex: 'half' } as RequestInit);
  const answer = await answerTry(request, 'large', hello);
  expect([answer.status, given < 20]).toEqual([413, true]);
});

test.each([204, 205, 304])('a %d has no body', async (status) => {
  const answer = await answerTry(new Request(url), `empty-${status}`, async () => ({
    ...(await hello()),
    status,
  }));
  expect([answer.status, await answer.text()]).toEqual([status, '']);
});

test('an operation’s refusal comes with its status and words', async () => {
  const answer = await answerTry(new Request(url), 'refused', () =>
    Promise.reject(new ControlError('NotFoundException', 'No such page')),
  );
  expect([answer.status, await answer.json()]).toEqual([404, { message: 'No such page' }]);
});
