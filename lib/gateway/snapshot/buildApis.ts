import { compileCors } from '../http/compileCors';
import { servingHttpStage } from '../http/servingHttpStage';
import type { BucketRequest } from '../ports';
import { compileAccessLog } from '../telemetry/accessLog/AccessLog';
import { compileExecutionLogs } from '../telemetry/executionLog/compileExecutionLogs';
import type { ApiDeploymentDocument, ApiDocument, ApiStageDocument } from './apiTypes';
import { type CompiledApiDeployment, compileApiDeployment } from './compileApiDeployment';
import { fingerprintOf } from './compileDeployment';
import type { StagePlan } from './compiled';
import type { HttpApi, HttpStage, ServingApis, WebSocketApi, WebSocketStage } from './compiledApis';
import { SnapshotRejected } from './SnapshotRejected';
import type { ServingNetwork } from './servingStage';
import type { Snapshot } from './types';

/** Where only a REST API is run. */
export const NO_APIS: ServingApis = {
  httpApis: new Map(),
  webSocketApis: new Map(),
  apiDeployments: new Map(),
};

/**
 * The HTTP and WebSocket APIs of a snapshot. A deployment that was compiled before is taken over, so that a change
 * of a stage compiles nothing; those that no stage points to are let go.
 * @throws SnapshotRejected; `before` is untouched
 */
export function buildApis(
  snapshot: Snapshot,
  before: ServingApis | undefined,
  network: ServingNetwork,
  accountBucket: BucketRequest,
  plans: StagePlans = new Map(),
): ServingApis {
  const stages = stagesByApi(snapshot);
  const compiler = new DeploymentCompiler(snapshot, before);
  const httpApis = new Map<string, HttpApi>();
  const webSocketApis = new Map<string, WebSocketApi>();
  for (const api of snapshot.apis ?? []) {
    const own = stages.get(api.apiId) ?? [];
    if (api.protocolType === 'HTTP')
      httpApis.set(api.apiId, httpApi(api, own, compiler, network, accountBucket));
    else webSocketApis.set(api.apiId, webSocketApi(api, own, compiler, { network, plans }));
  }
  return { httpApis, webSocketApis, apiDeployments: compiler.used };
}

/** `apiId:stage` -> plan id -> plan */
type StagePlans = ReadonlyMap<string, ReadonlyMap<string, StagePlan>>;

interface Placed<T> {
  document: T;
  place: string;
}

/** Every stage under its API. @throws SnapshotRejected for one without its API, or there twice */
function stagesByApi({
  apis = [],
  apiStages = [],
  stages,
}: Snapshot): Map<string, Placed<ApiStageDocument>[]> {
  const restApiIds = new Set(stages.map(({ restApiId }) => restApiId));
  const byApi = new Map<string, Placed<ApiStageDocument>[]>();
  for (const [index, { apiId }] of apis.entries()) {
    if (byApi.has(apiId) || restApiIds.has(apiId))
      throw new SnapshotRejected(`apis[${index}]`, `API ${apiId} is there twice`);
    byApi.set(apiId, []);
  }
  for (const [index, document] of apiStages.entries()) {
    const place = `apiStages[${index}]`;
    const own = byApi.get(document.apiId);
    if (!own) throw new SnapshotRejected(`${place}.apiId`, `API ${document.apiId} is not here`);
    if (own.some((one) => one.document.stageName === document.stageName))
      throw new SnapshotRejected(place, `stage ${document.stageName} is there twice`);
    own.push({ document, place });
  }
  return byApi;
}

function httpApi(
  document: ApiDocument,
  own: Placed<ApiStageDocument>[],
  compiler: DeploymentCompiler,
  network: ServingNetwork,
  accountBucket: BucketRequest,
): HttpApi {
  const stages = own.map((stage): [string, HttpStage] => {
    const compiled = compiler.of(stage);
    if (compiled && compiled.protocolType !== 'HTTP') throw wrongProtocol(stage, 'HTTP');
    const { stageName } = stage.document;
    return [stageName, servingHttpStage(stage.document, compiled?.http, network, accountBucket)];
  });
  const { corsConfiguration } = document;
  return { document, cors: corsConfiguration && compileCors(corsConfiguration), stages: new Map(stages) };
}

function webSocketApi(
  document: ApiDocument,
  own: Placed<ApiStageDocument>[],
  compiler: DeploymentCompiler,
  { network, plans }: { network: ServingNetwork; plans: StagePlans },
): WebSocketApi {
  const stages = own.map((stage): [string, WebSocketStage] => {
    const compiled = compiler.of(stage);
    if (compiled && compiled.protocolType !== 'WEBSOCKET') throw wrongProtocol(stage, 'WEBSOCKET');
    const { stageName } = stage.document;
    const own = plans.get(`${document.apiId}:${stageName}`) ?? new Map<string, StagePlan>();
    const accessLog = compileAccessLog(stage.document.accessLogSettings);
    const executionLogs = compileExecutionLogs(stage.document.executionLog);
    return [
      stageName,
      {
        document: stage.document,
        deployment: compiled?.webSocket,
        network,
        accessLog,
        executionLogs,
        plans: own,
      },
    ];
  });
  return { document, stages: new Map(stages) };
}

function wrongProtocol({ document, place }: Placed<ApiStageDocument>, wanted: string): Error {
  return new SnapshotRejected(
    `${place}.deploymentId`,
    `deployment ${document.deploymentId} is not of a ${wanted} API`,
  );
}

/** Compiles what stages point to, each once, and takes over what served before. */
class DeploymentCompiler {
  readonly used = new Map<string, CompiledApiDeployment>();
  private readonly documents: ReadonlyMap<string, Placed<ApiDeploymentDocument>>;
  private readonly isDelta: boolean;

  constructor(
    { apiDeployments = [], basis }: Snapshot,
    private readonly before: ServingApis | undefined,
  ) {
    this.isDelta = basis !== null;
    this.documents = new Map(
      apiDeployments.map((document, index) => [
        `${document.apiId}/${document.deploymentId}`,
        { document, place: `apiDeployments[${index}]` },
      ]),
    );
  }

  /** @returns undefined: the stage has no deployment */
  of({ document, place }: Placed<ApiStageDocument>): CompiledApiDeployment | undefined {
    const { apiId, deploymentId } = document;
    if (deploymentId === undefined) return undefined;
    const id = `${apiId}/${deploymentId}`;
    const compiled = this.used.get(id) ?? taken(this.documents.get(id), this.before?.apiDeployments.get(id));
    if (!compiled)
      throw new SnapshotRejected(
        `${place}.deploymentId`,
        `deployment ${deploymentId} is not here`,
        this.isDelta,
      );
    this.used.set(id, compiled);
    return compiled;
  }
}

/** Under its id a deployment never changes; should a publisher send another one all the same, that one counts. */
function taken(
  placed: Placed<ApiDeploymentDocument> | undefined,
  before: CompiledApiDeployment | undefined,
): CompiledApiDeployment | undefined {
  if (!placed || before?.fingerprint === fingerprintOf(placed.document)) return before;
  try {
    return compileApiDeployment(placed.document);
  } catch (error) {
    if (!(error instanceof SnapshotRejected)) throw error;
    throw new SnapshotRejected(`${placed.place}.${error.path}`, error.reason);
  }
}
