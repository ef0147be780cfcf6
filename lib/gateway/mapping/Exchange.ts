import type { Authorized } from '../authorizers/Authorized';
import type { RouteFacts } from '../integrations/backendRoute';
import type { Request } from '../transport/Request';
import { droppedOnArrival } from './headerTables';
import { parseQuery } from './parseQuery';

/** What is settled about a call once its method is known. */
export interface ExchangeFacts {
  request: Request;
  requestId: string;
  extendedRequestId: string;
  /** X-Amzn-Trace-Id for the backend */
  traceId: string;
  /** ms since the epoch, when the call came */
  time: number;
  region: string;
  accountId: string;
  restApiId: string;
  deploymentId: string;
  stageName: string;
  stageVariables: Readonly<Record<string, string>>;
  /** undefined: the stage has no canary */
  isCanaryRequest: boolean | undefined;
  /** the verb in effect, after X-HTTP-Method-Override */
  httpMethod: string;
  /** path as AWS logs it: with the stage, as sent */
  path: string;
  /** what events of functions call `path`: without the stage, on a custom domain name with the base path */
  eventPath: string;
  resourceId: string;
  resourcePath: string;
  /** what comes after the stage in integrationSourceArn: `GET/pets/{petId}`, of WebSocket APIs the route key */
  sourcePath: string;
  /** as they stood in the URL, never decoded */
  pathParameters: Readonly<Record<string, string>>;
  route: RouteFacts;
  /** `$context` where it is not a REST API's */
  context?: (exchange: Exchange) => Record<string, unknown>;
}

/** The key a call came with, as templates may see it. */
export interface CallerKey {
  apiKeyId: string;
  apiKey: string;
}

/** What names a backend's answer. */
export interface Answered {
  headers: readonly [name: string, value: string][];
  requestId?: string;
  /** ms: of a stream */
  streamed?: { timeToAllHeaders: number; timeToFirstContent: number | undefined };
}

/**
 * One matched call, as mappings, templates and integrations read it. What only some calls need is built when
 * it is first asked for.
 */
export class Exchange {
  callerKey: CallerKey | undefined;
  /** undefined: the method asks for no authorization */
  authorized: Authorized | undefined;
  /** what its backend answered, for logs */
  answered: Answered | undefined;
  private arrived: [name: string, value: string][] | undefined;
  private query: Map<string, string[]> | undefined;

  constructor(readonly facts: ExchangeFacts) {}

  /** The caller's headers without those dropped on arrival, with X-Forwarded-* and the trace id as AWS sends them. */
  get headers(): readonly [name: string, value: string][] {
    this.arrived ??= arrivedHeaders(this.facts.request, this.facts.traceId);
    return this.arrived;
  }

  get querystring(): ReadonlyMap<string, readonly string[]> {
    this.query ??= parseQuery(this.facts.request.query);
    return this.query;
  }
}

function arrivedHeaders(request: Request, traceId: string): [string, string][] {
  const connection = request.header('connection');
  // RFC 9110 7.6.1: Connection names further headers that end here.
  const named = connection ? connection.toLowerCase().split(/[\s,]+/) : [];
  const headers: [string, string][] = [];
  let forwardedFor = '';
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (key === 'x-forwarded-for') forwardedFor += `${value}, `;
    if (droppedOnArrival.has(key) || replaced.has(key) || named.includes(key)) continue;
    if (key === 'authorization' && value.startsWith('AWS4-HMAC-SHA256')) continue;
    headers.push([name, value]);
  }
  headers.push(
    ['X-Forwarded-For', forwardedFor + request.sourceIp],
    ['X-Forwarded-Port', portOf(request.host)],
    ['X-Forwarded-Proto', 'http'],
    ['X-Amzn-Trace-Id', traceId],
  );
  return headers;
}

/** Written anew for the backend: what the caller says of itself is not taken for what the gateway saw. */
const replaced = new Set(['x-forwarded-for', 'x-forwarded-port', 'x-forwarded-proto', 'x-amzn-trace-id']);

function portOf(host: string): string {
  return /:(\d+)$/.exec(host)?.[1] ?? '80';
}
