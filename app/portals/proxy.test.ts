import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Control } from '@/lib/control/control';
import { setControl } from '@/lib/runtime/slot';
import { proxy } from '../../proxy';

const name = 'developers.example.com';
const own = 'gatehouse.example';
beforeAll(() => {
  vi.stubEnv('NEXTAUTH_URL', `https://${own}`);
  const siteOfHost = async (host: string) => (host === name ? 'p1' : undefined);
  setControl({ portals: { siteOfHost } } as unknown as Control);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const ask = (host: string, path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { ...init, headers: { ...init.headers, host } }));
const rewritten = (answer: Response) => {
  const to = answer.headers.get('x-middleware-rewrite');
  return to && new URL(to).pathname;
};
const told = (answer: Response) => answer.headers.get('x-middleware-request-x-gatehouse-portal-host');

test.each([
  [name, '/', '/portals/p1'],
  [name, '/console', '/portals/p1/console'],
  [name, '/%2e%2e/%2e%2e/console', '/portals/p1/console'],
  [name, '/portals/p2', '/portals/p1/portals/p2'],
  ['p-p2.apigw-portal.gatehouse.example', '/console', '/portals/-/console'],
  [own, '/console', null],
])('%s%s is answered by %s', async (host, path, to) => expect(rewritten(await ask(host, path))).toBe(to));

test.each([own, name])('what a client says of the portal’s host name is not believed at %s', async (host) => {
  const answer = await ask(host, '/portals/p2', { headers: { 'x-gatehouse-portal-host': 'p2' } });
  expect(told(answer)).toBe(host === name ? 'p1' : null);
});

test('a server action is handed to nobody under a portal’s name', async () => {
  const action = { method: 'POST', headers: { 'next-action': '7f0000' } };
  expect((await ask(name, '/', action)).status).toBe(405);
  expect((await ask(name, '/try/e1/pets', { method: 'POST' })).status).toBe(200);
  expect((await ask(own, '/console', action)).status).toBe(200);
});

test('a preview’s address is told to no other site and to no index', async () => {
  const { headers } = await ask(name, '/preview/token/products/a');
  expect([headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
    'no-referrer',
    'noindex, nofollow',
  ]);
});
