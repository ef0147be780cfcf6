import { Readable } from 'node:stream';
import {
  type FunctionAnswer,
  type FunctionCall,
  type FunctionInvoker,
  FunctionUnreachable,
  type StreamedFunctionAnswer,
} from '../../ports';
import type { ServicesDocument } from '../../snapshot/types';
import { type BackendAnswer, BackendFailure, type Backends } from '../../transport/BackendCall';
import { Departure } from '../../transport/Departure';
import { NO_ROUTE } from '../backendRoute';
import { readWhole } from '../readWhole';
import { payloadChunks } from './eventStream';
import { serviceBase } from './serviceBase';
import { signServiceCall } from './signServiceCall';

const EVENT_STREAM = 'application/vnd.amazon.eventstream';

/**
 * Lambda's Invoke and InvokeWithResponseStream over HTTP, signed, through the egress guard
 * (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
 */
export class LambdaEndpoint implements FunctionInvoker {
  constructor(
    private readonly backends: Backends,
    private readonly services: ServicesDocument,
    private readonly region: string,
  ) {}

  async invoke(call: FunctionCall): Promise<FunctionAnswer> {
    const end = performance.now() + call.timeoutInMillis;
    return unreachable(async () => {
      const answer = await this.ask(call, '2015-03-31', 'invocations', false);
      const payload = await readWhole(answer.body, Math.max(0, end - performance.now()));
      return { ...facts(answer), payload };
    });
  }

  async stream(call: FunctionCall): Promise<StreamedFunctionAnswer> {
    return unreachable(async () => {
      const answer = await this.ask(call, '2021-11-15', 'response-streaming-invocations', true);
      const body = Buffer.isBuffer(answer.body) ? Readable.from([answer.body]) : answer.body;
      const framed = header(answer, 'content-type')?.startsWith(EVENT_STREAM);
      return {
        ...facts(answer),
        body: framed ? Readable.from(payloadChunks(body), { objectMode: false }) : body,
      };
    });
  }

  private async ask(
    { functionArn, payload, invocationType, timeoutInMillis, caller = '', signal }: FunctionCall,
    version: string,
    operation: string,
    stream: boolean,
  ): Promise<BackendAnswer> {
    const service = { service: 'lambda', region: this.region, subdomain: undefined };
    const { method, url, headers, body } = await signServiceCall(
      {
        method: 'POST',
        url: `/${version}/functions/${encodeURIComponent(functionArn)}/${operation}`,
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Amz-Invocation-Type', invocationType],
        ],
        body: payload,
        overrides: undefined,
      },
      service,
      serviceBase(service, this.services),
      this.services,
    );
    const clientGone = new Departure();
    signal?.addEventListener('abort', () => clientGone.announce(), { once: true });
    const route = { ...NO_ROUTE, integrationKey: `${caller} function`, timeoutInMillis, stream };
    return this.backends.call({ route, method, url, headers, body, clientGone });
  }
}

/** As those who ask for functions know it. */
async function unreachable<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackendFailure)) throw error;
    const { reason, message } = error;
    const known = reason === 'timeout' || reason === 'client-gone' ? reason : 'unreachable';
    throw new FunctionUnreachable(known, message, { cause: error });
  }
}

function facts(answer: BackendAnswer): Omit<FunctionAnswer, 'payload'> {
  const error = header(answer, 'x-amz-function-error');
  const requestId = header(answer, 'x-amzn-requestid');
  const errorType = header(answer, 'x-amzn-errortype');
  return {
    status: answer.status,
    ...(errorType !== undefined && { errorType }),
    ...(requestId !== undefined && { requestId }),
    ...(error !== undefined && { functionError: error === 'Handled' ? 'Handled' : 'Unhandled' }),
  };
}

const header = ({ headers }: BackendAnswer, wanted: string): string | undefined =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
