/** A browser for tests: next-auth's own handler, asked without Next around it. */
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Control } from '@/lib/control/control';
import { authOptions } from './authOptions';

/** As it is called with a request and a response of Node's kind. */
const handle = NextAuth as unknown as (
  request: object,
  response: object,
  options: AuthOptions,
) => Promise<void>;

interface Answer {
  status: number;
  body: unknown;
}

/** Keeps cookies as a browser does. @param of another browser whose cookies it stole */
export class TestBrowser {
  private readonly cookies: Map<string, string>;

  constructor(
    private readonly control: Control,
    of?: TestBrowser,
  ) {
    this.cookies = new Map(of?.cookies);
  }

  async signIn(credentials: { email: string; password: string }): Promise<Answer> {
    return this.post('callback/credentials', { ...credentials, csrfToken: await this.csrfToken() });
  }

  async signOut(): Promise<Answer> {
    return this.post('signout', { csrfToken: await this.csrfToken() });
  }

  /** E-mail address of whom the server takes this browser for. */
  async account(): Promise<string | null> {
    const { body } = await this.ask('GET', 'session', {});
    return (body as { account?: { email: string } | null }).account?.email ?? null;
  }

  post(path: string, body: Record<string, string>): Promise<Answer> {
    return this.ask('POST', path, { ...body, json: 'true' });
  }

  private async csrfToken(): Promise<string> {
    return ((await this.ask('GET', 'csrf', {})).body as { csrfToken: string }).csrfToken;
  }

  private async ask(method: string, path: string, body: Record<string, string>): Promise<Answer> {
    const cookies = Object.fromEntries(this.cookies);
    const headers = { host: 'localhost:3000' };
    const request = { method, query: { nextauth: path.split('/') }, cookies, headers, body };
    const answer: Answer = { status: 200, body: null };
    const kept: Record<string, string | string[]> = {};
    const response = {
      status: (status: number) => {
        answer.status = status;
        return response;
      },
      getHeader: (name: string) => kept[name],
      setHeader: (name: string, value: string | string[]) => {
        kept[name] = value;
        return response;
      },
      send: (sent: unknown) => {
        answer.body = sent;
      },
      json: (sent: unknown) => {
        answer.body = sent;
      },
      end: () => {},
    };
    const options = { ...authOptions(this.control, {}, '203.0.113.7'), secret: 'a secret of these tests' };
    await handle(request, response, options);
    this.keep(kept['Set-Cookie'] ?? []);
    return answer;
  }

  private keep(lines: string | string[]): void {
    for (const line of [lines].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, decodeURIComponent(value));
    }
  }
}
