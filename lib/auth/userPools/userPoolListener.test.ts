import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { oidcRecords } from '@/db/schema';
import { PoolProviders } from './PoolProviders';
import { callback, startFlow, userPoolKit } from './testing';
import { userPoolListener } from './userPoolListener';

const kit = userPoolKit();
const text = (value: unknown) => String(value);

const start = (client: object = {}) => startFlow(kit, client);

describe('the listener', () => {
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; location: string; body: string }>((resolve, reject) => {
      const asked = request(`${kit.url}/`, { path, headers }, (answer) => {
        let body = '';
        answer.on('data', (chunk) => {
          body += chunk;
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', body }),
        );
      });
      asked.on('error', reject).end();
    });

  test.each([
    '/userpools',
    '/userpools/us-east-1_AAAAAAAAA',
    '/userpools/us-east-1_AAAAAAAAA/interaction/x',
    '/userpools/us-east-1_AAAAAAAAA/loginx',
    '/userpools/../oauth2/token',
    '/userpools/a%2Fb/oauth2/token',
    '/console',
  ])('%s is a page’s', async (path) => {
    expect((await raw(path)).body).toBe('a page');
  });

  test('a pool that is not there is said to be so', async () => {
    expect((await raw('/userpools/us-east-1_AAAAAAAAA/.well-known/openid-configuration')).status).toBe(404);
  });

  test('its address is the public one, whatever the caller says', async () => {
    const { pool, client } = await start();
    const path = new URL(pool.issuer).pathname;
    const lies = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    };
    const { body } = await raw(`${path}/.well-known/openid-configuration`, lies);
    expect(body).not.toContain('evil.example');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: callback,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    expect((await raw(`${path}/oauth2/authorize?${query}`, lies)).location).not.toContain('evil');
  });

  test('behind https its cookies are sent over https alone, and to this pool alone', async () => {
    const { pool, client } = await start();
    const ports = { ...kit.ports, config: { ...kit.ports.config, publicUrl: 'https://pools.example' } };
    const providers = new PoolProviders(ports, () => {});
    const { publicUrl } = ports.config;
    const listener = userPoolListener(providers, { publicUrl, logFault: () => {} }, () => {});
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: callback,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const url = `http://127.0.0.1:${port}/userpools/${pool.id}/oauth2/authorize?${query}`;
    const cookies = (await fetch(url, { redirect: 'manual' })).headers.getSetCookie();
    server.close();
    expect(cookies.length).toBeGreaterThanOrEqual(4);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; secure/i);
      expect(cookie).toMatch(/; httponly/i);
      expect(cookie).toMatch(/; samesite=lax/i);
      expect(cookie).toContain(`path=/userpools/${pool.id}/`);
    }
  });

  test('a flood of sign-ins that nobody ends leaves bounded rows behind', async () => {
    const { pool, client } = await start();
    const path = new URL(pool.issuer).pathname;
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.clientId,
      redirect_uri: callback,
      scope: 'openid',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await raw(`${path}/oauth2/authorize?${query}`)).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(await kit.database.db.$count(oidcRecords)).toBe(25);
  });

  test('B27: what is stored opens nothing', async () => {
    const { flow, client } = await start({ generateSecret: true });
    const code = await flow.code();
    const { json } = await flow.exchange(await flow.code());
    const rows = JSON.stringify(await kit.database.db.select().from(oidcRecords));
    for (const secret of [code, json.refresh_token, json.access_token, client.clientSecret])
      expect(rows).not.toContain(text(secret));
  });
});
