import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import {
  type FunctionAnswer,
  type FunctionCall,
  type FunctionInvoker,
  FunctionUnreachable,
  type StreamedFunctionAnswer,
} from '@gatehouse/gateway/ports';
import type { LineBatch, LinesTaken } from './LineBuffer';
import { readBounded } from './readBounded';

/** More than the host sends. */
const LARGEST = 8 * 1024 * 1024;
/** Below the host's: idle connections are closed here. */
const IDLE = 30_000;
/** The host takes a list of functions at once. */
const RELOAD_PATIENCE = 5_000;
/** The host waits for lines for 10 s. */
const LINES_PATIENCE = 15_000;

/** Calls functions of this machine, over the function host's socket. */
export class FunctionClient implements FunctionInvoker {
  private readonly agent = new Agent({ keepAlive: true, timeout: IDLE });

  constructor(private readonly socketPath: string) {}

  async invoke(call: FunctionCall): Promise<FunctionAnswer> {
    const answer = await this.call(call);
    const { headers, ...told } = answer;
    const requestId = headers['x-amzn-requestid'];
    return typeof requestId === 'string' ? { ...told, requestId } : told;
  }

  /** Also gives what the answer's headers tell: request id, version, duration, log. */
  async call(
    call: FunctionCall,
    withLog = false,
  ): Promise<FunctionAnswer & { headers: IncomingMessage['headers'] }> {
    const asked = this.ask(call, 'invocations', withLog);
    const response = await asked.response;
    const payload = await asked.whole(response);
    return { ...facts(response), payload, headers: response.headers };
  }

  async stream(call: FunctionCall): Promise<StreamedFunctionAnswer> {
    const asked = this.ask(call, 'response-streaming-invocations', false);
    const response = await asked.response;
    asked.release();
    return { ...facts(response), body: response };
  }

  /** The host reads what there is to run. @throws FunctionUnreachable: it is away, and reads it when it starts */
  async reload(): Promise<void> {
    const { response } = this.send(
      'POST',
      '/reload',
      {},
      Buffer.alloc(0),
      AbortSignal.timeout(RELOAD_PATIENCE),
    );
    const { statusCode } = (await response).resume();
    if (statusCode !== 204) throw new Error('The function host could not read what there is to run');
  }

  /** Logs since `taken`, which the host may forget; waits up to 10 s for some. @throws FunctionUnreachable */
  async lines({ boot, upTo }: LinesTaken): Promise<LineBatch> {
    const signal = AbortSignal.timeout(LINES_PATIENCE);
    const asked = this.send('GET', `/lines?boot=${boot}&upTo=${upTo}`, {}, Buffer.alloc(0), signal);
    return JSON.parse((await asked.whole(await asked.response)).toString());
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(call: FunctionCall, operation: string, withLog: boolean) {
    const version = operation === 'invocations' ? '2015-03-31' : '2021-11-15';
    const path = `/${version}/functions/${encodeURIComponent(call.functionArn)}/${operation}`;
    const timeout = AbortSignal.timeout(call.timeoutInMillis);
    const signal = call.signal ? AbortSignal.any([timeout, call.signal]) : timeout;
    const headers = {
      'X-Amz-Invocation-Type': call.invocationType,
      ...(withLog ? { 'X-Amz-Log-Type': 'Tail' } : {}),
      ...(call.sourceArn === undefined
        ? {}
        : { 'X-Gatehouse-Source-Arn': Buffer.from(call.sourceArn).toString('base64url') }),
      ...(call.clientContext === undefined ? {} : { 'X-Amz-Client-Context': call.clientContext }),
    };
    return this.send('POST', path, headers, call.payload, signal);
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: Buffer,
    signal: AbortSignal,
  ) {
    const outbound = httpRequest({
      socketPath: this.socketPath,
      agent: this.agent,
      method,
      path,
      headers: { ...headers, 'content-length': body.length },
    });
    const abort = () => outbound.destroy();
    signal.addEventListener('abort', abort, { once: true });
    const failed = (error: unknown) => unreachable(signal, error);
    const response = new Promise<IncomingMessage>((resolve, reject) => {
      outbound.once('response', resolve);
      outbound.on('error', (error) => reject(failed(error)));
      outbound.once('close', () => reject(failed(undefined)));
      if (signal.aborted) abort();
    });
    outbound.end(body);
    /** From now on the signal ends nothing: an answer that has begun to stream is its reader's. */
    const release = () => signal.removeEventListener('abort', abort);
    const whole = async (answer: IncomingMessage) => {
      const payload = await readBounded(answer, LARGEST).catch((error: unknown) => {
        throw failed(error);
      });
      release();
      return payload ?? Buffer.alloc(0);
    };
    return { response, whole, release };
  }
}

function unreachable(signal: AbortSignal, error: unknown): FunctionUnreachable {
  if (!signal.aborted)
    return new FunctionUnreachable('unreachable', `The function host did not answer: ${error}`);
  const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
  return isTimeout
    ? new FunctionUnreachable('timeout', 'The function did not answer in time')
    : new FunctionUnreachable('client-gone', 'The caller is gone');
}

function facts(response: IncomingMessage): Pick<FunctionAnswer, 'status' | 'errorType' | 'functionError'> {
  const { 'x-amz-function-error': error, 'x-amzn-errortype': errorType } = response.headers;
  return {
    status: response.statusCode ?? 500,
    ...(typeof errorType === 'string' && { errorType }),
    ...(error === undefined ? {} : { functionError: error === 'Handled' ? 'Handled' : 'Unhandled' }),
  };
}
