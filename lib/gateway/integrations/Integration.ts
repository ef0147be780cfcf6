import type { Readable } from 'node:stream';
import type { Exchange } from '../mapping/Exchange';
import type { FunctionInvoker } from '../ports';
import type { IntegrationType, ServicesDocument } from '../snapshot/types';
import type { Backends } from '../transport/BackendCall';
import type { Overrides } from '../vtl/index';
import type { IntegrationConnection } from './compileConnection';
import type { IntegrationResponses } from './compileIntegrationResponses';

/** What the request side of a method made for its backend. */
export interface IntegrationRequest {
  method: string;
  /** '' for MOCK */
  url: string;
  headers: [name: string, value: string][];
  body: Buffer | undefined;
  /** what the request template set in `$context`; the response template reads it */
  overrides: Overrides | undefined;
}

/** What the backend said. */
export interface IntegrationAnswer {
  status: number;
  headers: readonly [name: string, value: string][];
  /** a stream only from a proxy integration whose answer did not come in one piece */
  body: Buffer | Readable;
  /** what selection patterns are held against; absent: the status code */
  selector?: string;
  /** of a function's invocation, for logs; a service's id is among its headers */
  requestId?: string;
}

/** What integrations reach. */
export interface IntegrationPorts {
  backends: Backends;
  functions: FunctionInvoker;
}

/** One method's integration, ready to run; which kind it is was decided when it was compiled. */
export interface Integration {
  readonly type: IntegrationType;
  /** the way to the backend; undefined for MOCK */
  readonly connection: IntegrationConnection | undefined;
  /** true when mapRequest needs the caller's whole body; otherwise it is given an empty one */
  needsBody(httpMethod: string): boolean;
  mapRequest(exchange: Exchange, body: Buffer): IntegrationRequest;
  /** @throws BackendFailure | GatewayError */
  call(
    request: IntegrationRequest,
    exchange: Exchange,
    ports: IntegrationPorts,
    services: ServicesDocument,
  ): IntegrationAnswer | Promise<IntegrationAnswer>;
  /** undefined for a proxy: the backend's answer is the caller's */
  readonly responses: IntegrationResponses | undefined;
}
