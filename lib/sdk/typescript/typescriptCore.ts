/** What every TypeScript client has, of browsers and Node alike. */
export const typescriptCore = String.raw`/* The call, its signature and its answer: what every operation shares. */
export interface ClientConfig {
  accessKey?: string;
  secretKey?: string;
  sessionToken?: string;
  region?: string;
  apiKey?: string;
  baseUrl?: string;
}

export interface CallOptions {
  headers?: Record<string, string>;
  query?: Record<string, string>;
  signal?: AbortSignal;
}

export interface ApiResponse<Data> {
  status: number;
  /** by names in lower case */
  headers: Record<string, string>;
  data: Data;
}

/** The API answered with a status of 400 or above. */
export class ApiError extends Error {
  constructor(readonly response: ApiResponse<unknown>) {
    super('Request failed with status code ' + response.status);
    this.name = 'ApiError';
  }
}

type Value = string | number | boolean | string[] | undefined;

interface Call {
  query: Record<string, Value>;
  headers: Record<string, Value>;
  body: unknown;
  options: CallOptions;
}

const encoder = new TextEncoder();

/** RFC 3986 */
export function encode(value: unknown): string {
  return encodeURIComponent(String(value)).replace(
    /[!'()*]/g,
    (letter) => '%' + letter.charCodeAt(0).toString(16).toUpperCase(),
  );
}

export const encodePath = (value: unknown): string => String(value).split('/').map(encode).join('/');

export class ApiGatewayCore {
  constructor(private readonly config: ClientConfig & { region: string; baseUrl: string }) {}

  protected async call<Data>(verb: string, path: string, call: Call): Promise<ApiResponse<Data>> {
    const { apiKey, accessKey, secretKey, baseUrl } = this.config;
    const url = new URL(baseUrl.replace(/\/$/, '') + path);
    const query = queryText({ ...call.query, ...call.options.query });
    if (query !== '') url.search = '?' + query;
    const payload = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers = new Headers({ Accept: 'application/json' });
    if (payload !== undefined) headers.set('Content-Type', 'application/json');
    if (apiKey) headers.set('x-api-key', apiKey);
    for (const [name, value] of Object.entries({ ...call.headers, ...call.options.headers }))
      if (value !== undefined) headers.set(name, String(value));
    if (accessKey && secretKey && !headers.has('authorization'))
      await this.sign(verb, url, headers, payload ?? '', accessKey, secretKey);
    const answer = await fetch(url.href, {
      method: verb,
      headers,
      ...(payload !== undefined && { body: payload }),
      ...(call.options.signal && { signal: call.options.signal }),
    });
    const response = { status: answer.status, headers: Object.fromEntries(answer.headers), data: await read(answer) };
    if (answer.status >= 400) throw new ApiError(response);
    return response as ApiResponse<Data>;
  }

  /** Signature Version 4, https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html */
  private async sign(
    verb: string,
    url: URL,
    headers: Headers,
    payload: string,
    accessKey: string,
    secretKey: string,
  ): Promise<void> {
    const { region, sessionToken } = this.config;
    const time = new Date().toISOString().replace(/[:-]|\.\d{3}/g, '');
    const day = time.slice(0, 8);
    const scope = [day, region, 'execute-api', 'aws4_request'].join('/');
    const signed: [string, string][] = [
      ['host', url.host],
      ['x-amz-date', time],
    ];
    headers.set('X-Amz-Date', time);
    if (sessionToken) {
      headers.set('X-Amz-Security-Token', sessionToken);
      signed.push(['x-amz-security-token', sessionToken]);
    }
    const names = signed.map(([name]) => name).join(';');
    const lines = signed.map(([name, value]) => name + ':' + value + '\n').join('');
    const path = encodePath(url.pathname);
    const canonical = [verb, path, url.search.slice(1), lines, names, await sha256(payload)].join('\n');
    const toSign = ['AWS4-HMAC-SHA256', time, scope, await sha256(canonical)].join('\n');
    let key: Uint8Array<ArrayBuffer> | ArrayBuffer = encoder.encode('AWS4' + secretKey);
    for (const part of [day, region, 'execute-api', 'aws4_request']) key = await hmac(key, part);
    const signature = hex(await hmac(key, toSign));
    headers.set(
      'Authorization',
      'AWS4-HMAC-SHA256 Credential=' + accessKey + '/' + scope + ', SignedHeaders=' + names + ', Signature=' + signature,
    );
  }
}

const hex = (buffer: ArrayBuffer): string =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (text: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

async function hmac(key: Uint8Array<ArrayBuffer> | ArrayBuffer, text: string): Promise<ArrayBuffer> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, encoder.encode(text));
}

function queryText(parameters: Record<string, Value>): string {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return Object.entries(parameters)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value])
        .filter((one) => one !== undefined)
        .map((one): [string, string] => [encode(name), encode(one)]),
    )
    .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
    .map((pair) => pair.join('='))
    .join('&');
}

async function read(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (text === '' || !/json/.test(answer.headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
`;
