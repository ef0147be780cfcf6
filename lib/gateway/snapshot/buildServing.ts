import { poolsByArn } from '../authorizers/cognito/Issuers';
import { IdentityBook } from '../authorizers/IdentityBook';
import { buildApis } from './buildApis';
import { compileDeployment, fingerprintOf } from './compileDeployment';
import { compileDomains } from './compileDomains';
import type { ApiKeyLookup, CompiledDeployment, Serving, ServingStage, StagePlan } from './compiled';
import { rejecting, SnapshotRejected } from './SnapshotRejected';
import { type ServingNetwork, servingStage } from './servingStage';
import { throttleKey } from './throttleKey';
import type { DeploymentDocument, Snapshot, UsagePlanDocument } from './types';

/**
 * Builds what is to serve beside what serves. A deployment that was compiled before is taken over; those that no
 * stage points to are let go.
 * @throws SnapshotRejected; `before` is untouched
 */
export function buildServing(
  snapshot: Snapshot,
  before: Serving | undefined,
  apiKeys: ApiKeyLookup,
): Serving {
  const deployments = new Map<string, CompiledDeployment>();
  const documents = indexDocuments(snapshot.deployments);
  const plans = plansByStage(snapshot.usagePlans);
  const apis = new Map<string, Map<string, ServingStage>>();
  const network = networkOf(snapshot);
  const accountBucket = { key: 'account', throttle: snapshot.account.throttle };
  const deploymentOf = (restApiId: string, deploymentId: string, place: string): CompiledDeployment => {
    const id = `${restApiId}/${deploymentId}`;
    const deployment = deployments.get(id) ?? compiled(documents.get(id), before?.deployments.get(id));
    if (!deployment) throw missingDeployment(place, deploymentId, snapshot.basis !== null);
    deployments.set(id, deployment);
    return deployment;
  };
  for (const [index, stage] of snapshot.stages.entries()) {
    const { restApiId, stageName, deploymentId, canary } = stage;
    const deployment = deploymentOf(restApiId, deploymentId, `stages[${index}]`);
    const canaryDeployment =
      canary && deploymentOf(restApiId, canary.deploymentId, `stages[${index}].canary`);
    const stagePlans = plans.get(`${restApiId}:${stageName}`);
    addStage(apis, index, servingStage(stage, deployment, network, stagePlans, canaryDeployment));
  }
  return {
    revision: snapshot.revision,
    account: snapshot.account,
    accountBucket,
    apis,
    ...buildApis(snapshot, before, network, accountBucket, plans),
    domains: compileDomains(snapshot.domainNames),
    deployments,
    apiKeys,
    identity: rejecting('iamUsers', () => new IdentityBook(snapshot, before?.identity)),
    userPools: rejecting('userPools', () => poolsByArn(snapshot.userPools)),
    services: snapshot.services ?? { endpoints: {} },
  };
}

function networkOf({ clientCertificates = [], vpcLinks = [] }: Snapshot): ServingNetwork {
  return {
    clientCertificates: new Map(clientCertificates.map((one) => [one.clientCertificateId, one])),
    vpcLinks: new Map(vpcLinks.map((one) => [one.id, one])),
  };
}

interface Placed {
  document: DeploymentDocument;
  index: number;
}

function indexDocuments(deployments: DeploymentDocument[]): Map<string, Placed> {
  return new Map(
    deployments.map((document, index) => [
      `${document.restApiId}/${document.deploymentId}`,
      { document, index },
    ]),
  );
}

/** Under its id a deployment never changes; should a publisher send another one all the same, that one counts. */
function compiled(
  placed: Placed | undefined,
  before: CompiledDeployment | undefined,
): CompiledDeployment | undefined {
  if (!placed || before?.fingerprint === fingerprintOf(placed.document)) return before;
  try {
    return compileDeployment(placed.document);
  } catch (error) {
    if (!(error instanceof SnapshotRejected)) throw error;
    throw new SnapshotRejected(`deployments[${placed.index}].${error.path}`, error.reason);
  }
}

function missingDeployment(place: string, deploymentId: string, isDelta: boolean): Error {
  return new SnapshotRejected(`${place}.deploymentId`, `deployment ${deploymentId} is not here`, isDelta);
}

function addStage(apis: Map<string, Map<string, ServingStage>>, index: number, stage: ServingStage): void {
  const stages = apis.get(stage.restApiId) ?? new Map<string, ServingStage>();
  if (stages.has(stage.stageName))
    throw new SnapshotRejected(`stages[${index}]`, `stage ${stage.stageName} is there twice`);
  apis.set(stage.restApiId, stages.set(stage.stageName, stage));
}

/** `apiId:stage` -> plan id -> plan: a call asks only for the plans of its own stage. */
function plansByStage(plans: UsagePlanDocument[]): Map<string, Map<string, StagePlan>> {
  const byStage = new Map<string, Map<string, StagePlan>>();
  for (const { id, name, throttle, quota, apiStages } of plans) {
    for (const [apiStage, throttles] of Object.entries(apiStages)) {
      const methodThrottles = new Map(
        Object.entries(throttles).map(([key, value]) => [throttleKey(key), value]),
      );
      const here = byStage.get(apiStage) ?? new Map<string, StagePlan>();
      byStage.set(apiStage, here.set(id, { id, name, throttle, quota, methodThrottles }));
    }
  }
  return byStage;
}
