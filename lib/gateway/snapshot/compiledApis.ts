import type { Cors } from '../http/compileCors';
import type { CompiledHttpDeployment, HttpRoute } from '../http/compileHttpDeployment';
import type { RouteFacts } from '../integrations/backendRoute';
import type { BucketRequest } from '../ports';
import type { CompiledWebSocketDeployment } from '../sockets/compileWebSocketDeployment';
import type { AccessLog } from '../telemetry/accessLog/AccessLog';
import type { ExecutionLogs } from '../telemetry/executionLog/compileExecutionLogs';
import type { ApiDocument, ApiStageDocument } from './apiTypes';
import type { CompiledApiDeployment } from './compileApiDeployment';
import type { StagePlan } from './compiled';
import type { ServingNetwork } from './servingStage';

/** A stage of an HTTP or WebSocket API and the one deployment it points to. */
export interface ApiStage<Deployment> {
  document: ApiStageDocument;
  /** undefined: nothing deployed yet */
  deployment: Deployment | undefined;
  network: ServingNetwork;
  /** undefined: it keeps none */
  accessLog: AccessLog | undefined;
}

/** An HTTP or WebSocket API as it serves. */
export interface ServingApi<Stage> {
  document: ApiDocument;
  /** by name */
  stages: ReadonlyMap<string, Stage>;
}

export interface WebSocketStage extends ApiStage<CompiledWebSocketDeployment> {
  /** usage plans that hold this stage, by id */
  plans: ReadonlyMap<string, StagePlan>;
  /** undefined: no event is logged */
  executionLogs: ExecutionLogs | undefined;
}
export type WebSocketApi = ServingApi<WebSocketStage>;

/** What only depends on stage and route: built at the first call and kept. */
export interface HttpRouteFacts {
  /** the way to the backend */
  route: RouteFacts;
  /** what a call takes tokens of: the route's own bucket, if it has one, and the account's */
  buckets: BucketRequest[];
}

export interface HttpStage extends ApiStage<CompiledHttpDeployment> {
  routeFacts(route: HttpRoute): HttpRouteFacts;
}

export interface HttpApi extends ServingApi<HttpStage> {
  /** undefined: not configured; backends' own CORS headers pass */
  cors: Cors | undefined;
}

/** What one publication made of HTTP and WebSocket APIs. */
export interface ServingApis {
  /** by id */
  httpApis: ReadonlyMap<string, HttpApi>;
  webSocketApis: ReadonlyMap<string, WebSocketApi>;
  /** by `apiId/deploymentId`: those some stage points to */
  apiDeployments: ReadonlyMap<string, CompiledApiDeployment>;
}
