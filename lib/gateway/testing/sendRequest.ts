import { type Agent, request } from 'node:http';

export interface SendOptions {
  port: number;
  path: string;
  method?: string;
  /** a list of values sends the header more than once */
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
  agent?: Agent;
}

export interface Answer {
  status: number;
  /** last value by name in lower case */
  headers: Record<string, string>;
  /** as they came: name, value */
  rawHeaders: [name: string, value: string][];
  body: string;
  /** the body before it was read as UTF-8 */
  bytes: Buffer;
}

/** One request to 127.0.0.1, exactly as written: fetch would choose Host and other headers itself. */
export function sendRequest({
  port,
  path,
  method = 'GET',
  headers,
  body,
  agent,
}: SendOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers, agent: agent ?? false };
    const outgoing = request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const rawHeaders = pairs(incoming.rawHeaders);
        const bytes = Buffer.concat(chunks);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(rawHeaders.map(([name, value]) => [name.toLowerCase(), value])),
          rawHeaders,
          body: bytes.toString(),
          bytes,
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export function pairs(raw: readonly string[]): [name: string, value: string][] {
  const result: [string, string][] = [];
  for (let index = 0; index < raw.length; index += 2) result.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return result;
}
