import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer as bytesOf } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { EventQueue, type EventTimes } from '../EventQueue';
import { FunctionClient } from '../FunctionClient';
import { FunctionHost, type FunctionHostOptions } from '../FunctionHost';
import type { HostedFunction, InvocationLines } from '../HostedFunction';
import { InvokeServer } from '../InvokeServer';
import { LineBuffer } from '../LineBuffer';
import { processesMarked } from '../processTree';

export interface TestFunction extends Partial<HostedFunction> {
  /** file -> content */
  files: Record<string, string>;
}

/** Host, socket and client as in production, in this process; instances are real processes. */
export async function createTestHost(options: Partial<FunctionHostOptions> = {}, times?: EventTimes) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-functions-'));
  const invocations: InvocationLines[] = [];
  const buffer = new LineBuffer();
  const host = new FunctionHost({
    folder,
    hidden: folder,
    runtimes: resolve(import.meta.dirname, '../runtimes'),
    concurrency: 20,
    idleTime: 60_000,
    // Other tests run beside these; they would be waited for.
    niceness: 0,
    onLines: (lines) => {
      invocations.push(lines);
      buffer.add(lines);
    },
    ...options,
  });
  const events = new EventQueue(host, times);
  const server = new InvokeServer(host, events, buffer, () => {});
  const socketPath = join(folder, 's');
  await server.listen(socketPath);
  const client = new FunctionClient(socketPath);
  const published = new Map<string, HostedFunction>();
  const publish = (hosted: HostedFunction) => {
    published.set(`${hosted.functionName}:${hosted.version}`, hosted);
    host.publish([...published.values()]);
  };
  return {
    folder,
    socketPath,
    host,
    client,
    invocations,
    /** Publishes one more, or a changed one. */
    async add(functionName: string, { files, ...rest }: TestFunction): Promise<HostedFunction> {
      const zip = await zipOf(files);
      const hosted = hostedFunction(functionName, createHash('sha256').update(zip).digest('base64'), rest);
      await host.storeCode(hosted.codeSha256, zip);
      publish(hosted);
      return hosted;
    },
    /** Publishes one whose code is stored. */
    async addHosted(functionName: string, codeSha256: string): Promise<void> {
      publish(hostedFunction(functionName, codeSha256, {}));
    },
    call: (functionName: string, event: unknown = {}, timeoutInMillis = 120_000) =>
      callJson(client, functionName, event, timeoutInMillis),
    /** @returns processes of instances of this host that are left */
    async close(): Promise<number[]> {
      client.close();
      events.close();
      server.close();
      host.close();
      const left = processesMarked(`LAMBDA_TASK_ROOT=${folder}`);
      rmSync(folder, { recursive: true, force: true });
      return left;
    },
  };
}

async function callJson(
  client: FunctionClient,
  functionArn: string,
  event: unknown,
  timeoutInMillis: number,
) {
  const payload = Buffer.from(JSON.stringify(event));
  const answer = await client.call(
    { functionArn, payload, invocationType: 'RequestResponse', timeoutInMillis },
    true,
  );
  const log = Buffer.from(String(answer.headers['x-amz-log-result'] ?? ''), 'base64').toString();
  return {
    status: answer.status,
    functionError: answer.functionError,
    body: JSON.parse(answer.payload.toString() || 'null'),
    log,
    headers: answer.headers,
  };
}

export function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mtime: new Date(0) });
  zip.end();
  return bytesOf(zip.outputStream);
}

function hostedFunction(
  functionName: string,
  codeSha256: string,
  rest: Partial<HostedFunction>,
): HostedFunction {
  const version = rest.version ?? '$LATEST';
  return {
    functionName,
    version,
    functionArn: `arn:aws:lambda:us-east-1:000000000000:function:${functionName}:${version}`,
    aliases: [],
    runtime: 'nodejs20.x',
    handler: 'index.handler',
    timeout: 60,
    memorySize: 128,
    environment: {},
    reservedConcurrency: null,
    codeSha256,
    ...rest,
  };
}
