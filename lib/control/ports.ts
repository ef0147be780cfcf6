/** What the control plane asks of its process; lib/runtime makes these real, tests fake only the sockets' side. */
import type { SessionTokens } from '@gatehouse/gateway/identity';
import type {
  ApiAuthorizerDocument,
  ApiKeyDocument,
  DeploymentDocument,
  RouteDocument,
  Snapshot,
} from '@gatehouse/gateway/snapshot';
import type { Db } from '@/db/client';
import type { AuthorizerTrial } from '@/lib/model/authorizer';
import type { FunctionOutcome, HostedFunction } from '@/lib/model/function';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { AuthorizerTrial as ApiAuthorizerTrial } from '@/lib/model/v2/authorizerTrial';
import type { LiveConnection } from '@/lib/model/v2/connection';
import type { TargetHealth } from '@/lib/model/vpcLink';
import type { TestInvokeResult } from './control';
import type { TryItAnswer } from './portal/PortalControl';

export interface ControlPorts {
  db: Db;
  /** ms since the epoch */
  now(): number;
  config: ControlConfig;
  secrets: Secrets;
  /**
   * Hands one publication to the workers; resolves when every live worker serves it (or after a bound).
   * @param stored keys that a complete snapshot is laid over
   */
  publish(snapshot: Snapshot, stored: StoredApiKeys | null): Promise<void>;
  /** Keeps the keys where workers find them; a million of them are never in memory at once. */
  storeApiKeys(pages: AsyncIterable<ApiKeyDocument[]>): Promise<StoredApiKeys>;
  /** Revision each live worker serves, and why it did not take the newest where it did not. */
  workers(): { id: number; pid: number; revision: number; refused?: string }[];
  /** The production pipeline on a definition (gateway.test). */
  testInvoke(call: {
    deployment: DeploymentDocument;
    stageName: string;
    variables: Record<string, string>;
    httpMethod: string;
    resourceId: string;
    pathWithQueryString: string;
    headers: Record<string, string>;
    body: string;
  }): Promise<TestInvokeResult>;
  /** Empties a stage's cache on this machine; resolves when no worker answers from what was in it. */
  flushCache(restApiId: string, stageName: string): Promise<void>;
  /** Tells the machine's counters what UpdateUsage added to an owner's quota. */
  grantQuota(granted: QuotaGranted): void;
  /** A link's targets as the worker that answers first sees them; empty when none has the link. */
  vpcLinkHealth(vpcLinkId: string): Promise<TargetHealth[]>;
  /** Asks every worker about the WebSockets that it holds; answers in a few seconds whatever happens. */
  askConnections(question: ConnectionQuestion): Promise<{
    outcome: 'ok' | 'gone' | 'unanswered';
    connections?: LiveConnection[];
  }>;
  /** Which of these, base64 SHA-256s of zips, the function host has not. */
  missingFunctionCode(sha256s: string[]): Promise<string[]>;
  /** Puts a zip where the function host finds it, under its base64 SHA-256. */
  storeFunctionCode(sha256: string, zip: Uint8Array): Promise<void>;
  /** Tells the function host what there is to run, always whole; resolves when it has taken it. */
  publishFunctions(functions: HostedFunction[]): Promise<void>;
  invokeFunction(call: {
    functionArn: string;
    payload: string;
    invocationType: 'RequestResponse' | 'Event';
    /** base64 of a JSON object */
    clientContext?: string | undefined;
  }): Promise<FunctionOutcome>;
  /** The production authorizer on an invented call (gateway.testAuthorizer). */
  testAuthorizer(call: {
    deployment: DeploymentDocument;
    authorizerId: string;
    stageName: string;
    variables: Record<string, string>;
    headers: Record<string, string>;
    pathWithQueryString: string;
    body: string;
  }): Promise<AuthorizerTrial>;
  /** The same of an HTTP or WebSocket API (gateway.testApiAuthorizer). */
  testApiAuthorizer(call: {
    apiId: string;
    protocolType: ProtocolType;
    authorizer: ApiAuthorizerDocument;
    route?: Pick<RouteDocument, 'routeKey' | 'authorizationScopes'>;
    stageName: string;
    variables: Record<string, string>;
    httpMethod: string;
    headers: Record<string, string>;
    pathWithQueryString: string;
  }): Promise<ApiAuthorizerTrial>;
  /** Empties what a stage's authorizers have cached, in every worker. */
  flushAuthorizersCache(restApiId: string, stageName: string): Promise<void>;
  /** One HTTP call to the gateway's own listener, for the portal's try-it. */
  callGateway(call: {
    /** of the stage, by its default endpoint or a custom domain name */
    invokeUrl: string;
    method: string;
    pathAndQuery: string;
    headers: [string, string][];
    body?: Uint8Array;
  }): Promise<TryItAnswer>;
}

/** Of connections of any stage of an API. */
export type ConnectionQuestion =
  | { type: 'list'; apiId: string; limit: number }
  | { type: 'delete'; apiId: string; connectionId: string }
  /** `data`: base64 */
  | { type: 'post'; apiId: string; connectionId: string; data: string; isBinary: boolean };

/** `granted` is added to what the owner may use in one period of the plan; below 0: taken away. */
export interface QuotaGranted {
  usagePlanId: string;
  quotaOwnerId: string;
  /** ms since the epoch */
  periodStart: number;
  /** of the period in which the owner joined the plan: the quota's offset counts in it alone */
  firstPeriodStart: number;
  granted: number;
}

/** A file of API keys, and what tells whether it is whole. */
export interface StoredApiKeys {
  name: string;
  count: number;
  bytes: number;
  sha256: string;
}

export interface ControlConfig {
  region: string;
  accountId: string;
  /** e.g. http://localhost:8080: base of invoke URLs */
  gatewayUrl: string;
  /** e.g. http://localhost:3000: base of console, portal and user pools */
  publicUrl: string;
  /** base of the sample backend */
  sampleBackendUrl: string;
  /** whoever makes an API may choose its id by a tag; absent: no */
  customIds?: boolean;
  /** nothing is signed, and no function asks who may invoke it (GATEHOUSE_AWS_AUTH=off); absent: no */
  awsOpen?: boolean;
}

/** Keys derived from the generated master key. */
export interface Secrets {
  /** authenticated encryption at rest; text in, text out */
  encrypt(plain: string): string;
  decrypt(sealed: string): string;
  /** keyed hash for lookups: base64url text */
  hash(value: string): string;
  /** of temporary credentials, under a key of their own */
  sessionTokens: SessionTokens;
}
