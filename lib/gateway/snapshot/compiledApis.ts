import type { CompiledHttpDeployment } from '../http/compileHttpDeployment';
import type { CompiledWebSocketDeployment } from '../sockets/compileWebSocketDeployment';
import type { ApiDocument, ApiStageDocument } from './apiTypes';
import type { CompiledApiDeployment } from './compileApiDeployment';
import type { ServingNetwork } from './servingStage';

/** A stage of an HTTP or WebSocket API and the one deployment it points to. */
export interface ApiStage<Deployment> {
  document: ApiStageDocument;
  /** undefined: nothing deployed yet */
  deployment: Deployment | undefined;
  network: ServingNetwork;
}

/** An HTTP or WebSocket API as it serves. */
export interface ServingApi<Stage> {
  document: ApiDocument;
  /** by name */
  stages: ReadonlyMap<string, Stage>;
}

export type HttpStage = ApiStage<CompiledHttpDeployment>;
export type WebSocketStage = ApiStage<CompiledWebSocketDeployment>;
export type HttpApi = ServingApi<HttpStage>;
export type WebSocketApi = ServingApi<WebSocketStage>;

/** What one publication made of HTTP and WebSocket APIs. */
export interface ServingApis {
  /** by id */
  httpApis: ReadonlyMap<string, HttpApi>;
  webSocketApis: ReadonlyMap<string, WebSocketApi>;
  /** by `apiId/deploymentId`: those some stage points to */
  apiDeployments: ReadonlyMap<string, CompiledApiDeployment>;
}
