import { type CallPorts, CallReport } from '../pipeline/Call';
import { newExtendedRequestId } from '../pipeline/ids';
import type { Serving } from '../snapshot/compiled';
import type { HttpApi } from '../snapshot/compiledApis';
import type { CallAddress } from '../steps/callAddress';
import type { Trace } from '../telemetry/trace';
import type { Request } from '../transport/Request';
import type { HttpExchange, HttpTarget } from './HttpExchange';

/** One call of an HTTP API from its first step to its last. */
export class HttpCall {
  /** `apigw-requestid`: an HTTP API has this one id (reference section 13: extendedRequestId is the same) */
  readonly requestId = newExtendedRequestId();
  /** ms since the epoch, when it came */
  readonly time: number;
  /** what is known so far for the recorder; each step adds what it learned */
  readonly report: CallReport;
  /** once the stage is known */
  target: HttpTarget | undefined = undefined;
  /** once the route is known */
  exchange: HttpExchange | undefined = undefined;

  constructor(
    readonly request: Request,
    readonly address: CallAddress,
    readonly api: HttpApi,
    /** what served when it came; the same until its end */
    readonly serving: Serving,
    readonly ports: CallPorts,
    /** undefined but for a test of an authorizer: HTTP APIs have no test invoke and no execution log */
    readonly trace: Trace | undefined = undefined,
  ) {
    this.time = ports.clock.now();
    this.report = new CallReport(this.requestId, request.method);
    this.report.restApiId = api.document.apiId;
  }
}
