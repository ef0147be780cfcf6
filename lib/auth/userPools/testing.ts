/** A user pool's address for tests: the real listener on loopback over a real control plane, and a browser. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Control } from '@/lib/control/control';
import { createControl } from '@/lib/control/createControl';
import { createTestContext, type TestContext, testActor } from '@/lib/control/testing';
import { quickUserPools } from '@/lib/control/userPools/testing';
import { createHostedPages } from './createHostedPages';
import type { HostedPages } from './HostedPages';
import { PoolProviders } from './PoolProviders';
import { userPoolListener } from './userPoolListener';

export const editor = testActor('editor');
export const password = 'correct horse battery';
export const callback = 'https://shop.example/callback';
const sourceIp = '192.0.2.1';

export interface UserPoolKit extends TestContext {
  url: string;
  database: TestDatabase;
  control: Control;
  pages: HostedPages;
  /** what a provider could not do, oldest first */
  faults: unknown[];
}

/** Call it at a file's top; each test begins with an empty database. */
export function userPoolKit(): UserPoolKit {
  const kit = {} as UserPoolKit;
  let server: Server;
  beforeAll(async () => {
    kit.database = await createTestDb();
    server = createServer().listen(0, '127.0.0.1');
    // No test calls by a connection that is being closed.
    server.keepAliveTimeout = 600_000;
    await once(server, 'listening');
    kit.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await kit.database.close();
  });
  beforeEach(async () => {
    await kit.database.clear();
    const place = createTestContext(kit.database).ports.config;
    const config = { ...place, publicUrl: kit.url };
    // The provider asks the machine's clock.
    const context = createTestContext(kit.database, { config, now: () => Date.now() });
    const userPools = quickUserPools(context);
    const control = { ...createControl(context), userPools };
    const faults: unknown[] = [];
    const logFault = (_message: string, fields: unknown) => void faults.push(fields);
    const providers = new PoolProviders(context.ports, logFault);
    Object.assign(kit, context, { control, faults, pages: createHostedPages(providers, control) });
    const listener = userPoolListener(
      providers,
      { publicUrl: kit.url, logFault, mostAuthorizations: 25 },
      (_request, response) => response.writeHead(200).end('a page'),
    );
    server.removeAllListeners('request').on('request', listener);
  });
  return kit;
}

/** A pool with Ada in it, and a public client that may sign her in. */
export async function poolWithAda({ control }: UserPoolKit, client: object = {}) {
  const { userPools } = control;
  const pool = await userPools.create(editor, { name: 'Shop' });
  const servers = [
    {
      identifier: 'pets',
      name: 'Pets',
      scopes: ['read', 'write'].map((name) => ({ name, description: '' })),
    },
  ];
  await userPools.putResourceServers(editor, pool.id, servers);
  await userPools.putGroups(editor, pool.id, ['staff']);
  const ada = await userPools.createUser(editor, pool.id, {
    username: 'ada',
    email: 'ada@example.com',
    password,
    groups: ['staff'],
    permanent: true,
  });
  const made = await userPools.createClient(editor, pool.id, {
    clientName: 'Web shop',
    callbackUrls: [callback],
    logoutUrls: ['https://shop.example/bye'],
    allowedOAuthScopes: ['openid', 'email', 'profile', 'pets/read', 'aws.cognito.signin.user.admin'],
    ...client,
  });
  return { pool, ada, client: made };
}

/** The same, with a browser and the client's side of a sign-in. */
export async function startFlow(kit: UserPoolKit, client: object = {}) {
  const made = await poolWithAda(kit, client);
  const browser = new TestBrowser(kit);
  const flow = new CodeFlow(browser, made.pool.issuer, made.client.clientId, made.client.clientSecret);
  return { ...made, browser, flow };
}

/** RFC 6749's error, wherever it was told. */
export const errorOf = ({ location, json, body }: Sent) =>
  (location && /[?#&]error=(\w+)/.exec(location)?.[1]) || json.error || /\((\w+)\)/.exec(body)?.[1];

export interface Sent {
  status: number;
  location: string;
  body: string;
  json: Record<string, unknown>;
  headers: Headers;
}

/** Keeps cookies by path, as browsers do, and follows nothing by itself. */
export class TestBrowser {
  private readonly jar = new Map<string, { path: string; value: string }>();

  constructor(readonly kit: Pick<UserPoolKit, 'pages' | 'url'>) {}

  async go(address: string, init: RequestInit = {}): Promise<Sent> {
    const url = new URL(address, this.kit.url);
    const headers = { cookie: this.cookiesFor(url.pathname), ...init.headers };
    const answer = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const body = await answer.text();
    const json = /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(body) : {};
    return {
      status: answer.status,
      location: answer.headers.get('location') ?? '',
      body,
      json,
      headers: answer.headers,
    };
  }

  /** Sends the form that a page would send by itself. */
  submit(page: Sent): Promise<Sent> {
    const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const inputs = [...page.body.matchAll(/name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, value]));
    return this.go(action, { method: 'POST', body });
  }

  /** The hosted sign-in that a redirect led to. */
  at(location: string) {
    const { pathname } = new URL(location, this.kit.url);
    const [, , userPoolId = '', , uid = ''] = pathname.split('/');
    return { userPoolId, uid, cookie: this.cookiesFor(pathname), sourceIp };
  }

  /** Signs Ada in where a client sent her. @returns the way back to the client */
  async signIn(location: string, credentials = { username: 'ada', password }): Promise<string> {
    const outcome = await this.kit.pages.signIn(this.at(location), credentials);
    if (!('goTo' in outcome)) throw new Error('A new password is asked for');
    return (await this.go(outcome.goTo)).location;
  }

  private cookiesFor(path: string): string {
    return [...this.jar]
      .filter(([, cookie]) => path === cookie.path || path.startsWith(`${cookie.path.replace(/\/$/, '')}/`))
      .map(([key, { value }]) => `${key.split('@')[0]}=${value}`)
      .join('; ');
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    if (value === '' || /expires=Thu, 01 Jan 1970/.test(line)) this.jar.delete(`${name}@${path}`);
    else this.jar.set(`${name}@${path}`, { path, value });
  }
}

/** A client's side of the authorization code flow with PKCE (RFC 7636). */
export class CodeFlow {
  readonly verifier = randomBytes(32).toString('base64url');

  constructor(
    readonly browser: TestBrowser,
    readonly issuer: string,
    readonly clientId: string,
    readonly secret?: string,
  ) {}

  /** @param part replaces or, when undefined, leaves out parameters */
  authorize(part: Record<string, string | undefined> = {}): Promise<Sent> {
    const all = {
      response_type: 'code',
      client_id: this.clientId,
      redirect_uri: callback,
      scope: 'openid email pets/read',
      state: 'state1',
      nonce: 'nonce1',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...part,
    };
    const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return this.browser.go(`${this.issuer}/oauth2/authorize?${new URLSearchParams(given)}`);
  }

  /** The whole way to a code. */
  async code(part: Record<string, string | undefined> = {}): Promise<string> {
    const { location } = await this.authorize(part);
    const back = location.startsWith(callback) ? location : await this.browser.signIn(location);
    const code = new URL(back).searchParams.get('code');
    if (code === null) throw new Error(`No code in ${back}`);
    return code;
  }

  exchange(code: string, part: Record<string, string> = {}): Promise<Sent> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: this.verifier,
      ...part,
    });
  }

  refresh(refreshToken: string): Promise<Sent> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  token(body: Record<string, string>): Promise<Sent> {
    return this.post('/oauth2/token', body);
  }

  post(path: string, body: Record<string, string>): Promise<Sent> {
    const basic = `Basic ${Buffer.from(`${this.clientId}:${this.secret}`).toString('base64')}`;
    return this.browser.go(`${this.issuer}${path}`, {
      method: 'POST',
      body: new URLSearchParams(this.secret ? body : { client_id: this.clientId, ...body }),
      headers: this.secret ? { authorization: basic } : {},
    });
  }
}
