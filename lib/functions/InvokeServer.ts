import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { EventQueue } from './EventQueue';
import type { FunctionHost } from './FunctionHost';
import { answerTooLarge, InvokeRefusal, notJson, tooLarge } from './failures';
import type { Invocation, InvocationAnswer } from './Invocation';
import type { LineBuffer } from './LineBuffer';
import { readBounded } from './readBounded';
import { readClientContext } from './readClientContext';

/** AWS's limits for an event (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const LARGEST_REQUEST = 6 * 1024 * 1024;
const LARGEST_EVENT = 256 * 1024;
/** The log comes with the answer when the runtime asks for its next event soon after. */
const LOG_PATIENCE = 5_000;
/** Above the client's: it is the one that closes idle connections. */
const KEEP_ALIVE = 75_000;

const INVOKE =
  /^\/(?:2015-03-31|2021-11-15)\/functions\/([^/]+)\/(response-streaming-invocations|invocations)$/;

/**
 * Lambda's Invoke and InvokeWithResponseStream on a Unix-domain socket. A streamed answer is the function's bytes as
 * they come, without AWS's event-stream frames.
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html)
 */
export class InvokeServer {
  private readonly server: Server;

  constructor(
    private readonly host: FunctionHost,
    private readonly events: EventQueue,
    private readonly lines: LineBuffer,
    /** reads again what there is to run; throws when it cannot */
    private readonly reload: () => void,
  ) {
    this.server = createServer((request, response) => {
      request.on('error', () => {});
      response.on('error', () => {});
      this.answer(request, response).catch((error: unknown) => refuse(response, error));
    });
    this.server.keepAliveTimeout = KEEP_ALIVE;
  }

  listen(socketPath: string): Promise<void> {
    rmSync(socketPath, { force: true });
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(socketPath, resolve);
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://functions');
    if (request.method === 'POST' && url.pathname === '/reload') {
      this.reload();
      response.writeHead(204).end();
      return;
    }
    if (request.method === 'GET' && url.pathname === '/lines') {
      const batch = await this.lines.take({
        boot: url.searchParams.get('boot') ?? '',
        upTo: Number(url.searchParams.get('upTo') ?? 0),
      });
      response.end(JSON.stringify(batch));
      return;
    }
    const [, name, operation] = INVOKE.exec(url.pathname) ?? [];
    if (request.method !== 'POST' || !name) {
      response.writeHead(404).end();
      return;
    }
    await this.invoke(request, response, {
      name: decodeURIComponent(name),
      qualifier: url.searchParams.get('Qualifier') ?? undefined,
      streams: operation === 'response-streaming-invocations',
    });
  }

  private async invoke(
    request: IncomingMessage,
    response: ServerResponse,
    named: { name: string; qualifier: string | undefined; streams: boolean },
  ): Promise<void> {
    const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    const requestId = randomUUID();
    response.setHeader('X-Amzn-RequestId', requestId);
    const payload = await readPayload(request, type === 'Event' ? LARGEST_EVENT : LARGEST_REQUEST);
    const traceId = String(request.headers['x-amzn-trace-id'] ?? '') || undefined;
    const clientContext = readClientContext(request.headers['x-amz-client-context']);
    const call = { ...named, payload, requestId, traceId, clientContext };
    const { version } = this.host.find(named.name, named.qualifier, sourceArnOf(request));
    if (type === 'DryRun') return void response.writeHead(204).end();
    if (type === 'Event') {
      this.events.put({ ...call, streams: false });
      return void response.writeHead(202).end();
    }
    response.setHeader('X-Amz-Executed-Version', version);
    await send(this.host.invoke(call), response, request.headers['x-amz-log-type'] === 'Tail');
  }
}

/** As FunctionClient sends it: base64, for names in it may be of any letters. */
function sourceArnOf({ headers }: IncomingMessage): string | undefined {
  const sent = headers['x-gatehouse-source-arn'];
  return typeof sent === 'string' ? Buffer.from(sent, 'base64url').toString() : undefined;
}

async function readPayload(request: IncomingMessage, limit: number): Promise<Buffer> {
  const payload = await readBounded(request, limit);
  if (payload === null) throw tooLarge(limit);
  if (payload.length === 0) return Buffer.from('{}');
  try {
    JSON.parse(payload.toString());
  } catch (error) {
    throw notJson(error instanceof Error ? error.message : String(error));
  }
  return payload;
}

async function send(invocation: Invocation, response: ServerResponse, withLog: boolean): Promise<void> {
  const answer = await invocation.answer;
  if (invocation.streams) return stream(answer, response);
  const body = await readBounded(answer.body, LARGEST_ANSWER).catch(() => null);
  if (withLog) {
    const facts = await Promise.race([invocation.reported, patience()]);
    response.setHeader('X-Amz-Log-Result', Buffer.from(invocation.log.tail()).toString('base64'));
    if (facts) response.setHeader('X-Gatehouse-Duration', facts.duration.toFixed(2));
  }
  head(answer, response);
  response.end(body ?? JSON.stringify(answerTooLarge(LARGEST_ANSWER)));
}
const LARGEST_ANSWER = LARGEST_REQUEST + 100;

function head({ functionError, contentType }: InvocationAnswer, response: ServerResponse): void {
  if (functionError) response.setHeader('X-Amz-Function-Error', functionError);
  response.writeHead(200, { 'content-type': contentType });
}

/** An answer that breaks off breaks the connection off, so that the caller knows. */
function stream(answer: InvocationAnswer, response: ServerResponse): void {
  head(answer, response);
  response.flushHeaders();
  answer.body.once('error', () => response.destroy());
  response.once('close', () => answer.body.destroy());
  answer.body.pipe(response);
}

const patience = () =>
  new Promise<undefined>((resolve) => setTimeout(resolve, LOG_PATIENCE, undefined).unref());

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const refusal =
    error instanceof InvokeRefusal
      ? error
      : new InvokeRefusal(500, 'ServiceException', {
          Type: 'Service',
          Message: 'The call could not be handled',
        });
  response.writeHead(refusal.status, {
    'content-type': 'application/json',
    'X-Amzn-ErrorType': refusal.errorType,
  });
  response.end(JSON.stringify(refusal.body));
}
