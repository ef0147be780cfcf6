import { request } from 'node:http';
import { json } from 'node:stream/consumers';

/** One GET with this Host header, which `fetch` lets nobody set. */
export function callAs(
  host: string,
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; body: unknown }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { ...headers, host } }, async (response) => {
      resolve({ status: response.statusCode, body: await json(response) });
    })
      .on('error', reject)
      .end();
  });
}
