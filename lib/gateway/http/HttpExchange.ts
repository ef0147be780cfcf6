import type { Answered } from '../mapping/Exchange';
import { parseQuery } from '../mapping/parseQuery';
import { traceIdFor } from '../pipeline/traceId';
import type { HttpRouteFacts, HttpStage } from '../snapshot/compiledApis';
import type { HttpRoute } from './compileHttpDeployment';
import type { HttpAuthorized } from './HttpAuthorized';
import type { HttpCall } from './HttpCall';

/** Where a call's host and path lead. */
export interface HttpTarget {
  stage: HttpStage;
  /** below the stage or the base path; what routes are matched against and backends are sent; no `//` in it */
  path: string;
  /** as sent, with the stage, but for `//` */
  fullPath: string;
}

/** A call whose route is known, as authorizers, mappings and integrations read it. */
export class HttpExchange {
  authorized: HttpAuthorized | undefined;
  /** what its backend answered, for logs */
  answered: Answered | undefined;
  private parsedQuery: ReadonlyMap<string, readonly string[]> | undefined;
  private trace: string | undefined;

  constructor(
    readonly call: HttpCall,
    readonly target: HttpTarget,
    readonly route: HttpRoute,
    /** as they stood in the URL, never decoded */
    readonly pathParameters: ReadonlyMap<string, string>,
    readonly facts: HttpRouteFacts,
  ) {}

  get stageVariables(): Readonly<Record<string, string>> {
    return this.target.stage.document.stageVariables;
  }

  get query(): ReadonlyMap<string, readonly string[]> {
    this.parsedQuery ??= parseQuery(this.call.request.query);
    return this.parsedQuery;
  }

  /** X-Amzn-Trace-Id for the backend */
  get traceId(): string {
    const { request, time } = this.call;
    this.trace ??= traceIdFor(request.header('x-amzn-trace-id'), time);
    return this.trace;
  }

  /** Every value of a header, joined by commas; undefined when it was not sent. @param name in lower case */
  header(name: string): string | undefined {
    const values = this.call.request.headers.filter(([one]) => one.toLowerCase() === name);
    return values.length === 0 ? undefined : values.map(([, value]) => value).join(',');
  }
}
