/** Entry of the control process for tests: everything real but the pages; one door calls operations by name. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isControlError } from '@/lib/model/ControlError';
import { runControl } from '../controlPlane/runControl';
import { control } from '../slot';

type Operations = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

await runControl(async () => (request, response) => {
  answer(request).then(
    ({ status, body }) => send(response, status, body),
    (error: unknown) => {
      if (!isControlError(error)) throw error;
      send(response, 400, { code: error.code, message: error.message, fields: error.fields });
    },
  );
});

async function answer(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  if (request.url === '/api/health') {
    const health = await control().health();
    return {
      status: health.ok ? 200 : 503,
      body: { state: health.ok ? 'ready' : 'degraded', ...health, pid: process.pid },
    };
  }
  const [, group = '', name = ''] = (request.url ?? '').split('/');
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const operation = (control() as unknown as Operations)[group]?.[name];
  if (!operation) return { status: 404, body: { message: `No operation ${group}.${name}` } };
  return { status: 200, body: (await operation(...JSON.parse(text))) ?? null };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
