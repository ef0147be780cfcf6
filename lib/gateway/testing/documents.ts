import { createHash } from 'node:crypto';
import {
  type ApiKeyDocument,
  type DeploymentDocument,
  type IntegrationDocument,
  type MethodDocument,
  SNAPSHOT_FORMAT,
  type Snapshot,
  type StageDocument,
  type UsagePlanDocument,
} from '../snapshot/types';

/** The small documents that tests are written in; each takes what matters and fills in AWS's defaults. */

export function integration(part: Partial<IntegrationDocument> = {}): IntegrationDocument {
  return {
    type: 'MOCK',
    requestParameters: {},
    requestTemplates: part.type === 'HTTP' || part.type === 'HTTP_PROXY' ? {} : MOCK_200,
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 29_000,
    integrationResponses: { 200: integrationResponse() },
    ...part,
  };
}

const MOCK_200 = { 'application/json': '{"statusCode": 200}' };

export function integrationResponse(
  part: Partial<IntegrationDocument['integrationResponses'][string]> = {},
): IntegrationDocument['integrationResponses'][string] {
  return { statusCode: '200', responseParameters: {}, responseTemplates: {}, ...part };
}

/** A method whose method responses are those of its integration. */
export function method(
  httpMethod: string,
  methodIntegration: IntegrationDocument,
  part: Partial<MethodDocument> = {},
): MethodDocument {
  const codes = Object.keys(methodIntegration.integrationResponses);
  return {
    httpMethod,
    authorizationType: 'NONE',
    apiKeyRequired: false,
    requestParameters: {},
    methodResponses: Object.fromEntries(
      codes.map((statusCode) => [statusCode, { statusCode, responseParameters: {} }]),
    ),
    methodIntegration,
    ...part,
  };
}

/** `{ '/pets': [method('GET', ...)] }` as a deployment */
export function deployment(
  resources: Record<string, MethodDocument[]>,
  part: Partial<DeploymentDocument> = {},
): DeploymentDocument {
  return {
    deploymentId: 'dep1',
    restApiId: 'api1',
    name: 'test',
    resources: Object.entries(resources).map(([path, methods], index) => ({
      id: `res${index}`,
      path,
      resourceMethods: Object.fromEntries(methods.map((one) => [one.httpMethod, one])),
    })),
    requestValidators: [],
    ...part,
  };
}

export function stage(part: Partial<StageDocument> = {}): StageDocument {
  return {
    restApiId: 'api1',
    stageName: 'prod',
    deploymentId: 'dep1',
    variables: {},
    methodThrottles: {},
    ...part,
  };
}

export function usagePlan(part: Partial<UsagePlanDocument> = {}): UsagePlanDocument {
  return { id: 'plan1', name: 'basic', apiStages: { 'api1:prod': {} }, ...part };
}

/** A key whose value is its id, hashed as createTestGateway does. */
export function apiKey(id: string, part: Partial<ApiKeyDocument> = {}): ApiKeyDocument {
  return { id, valueHash: testHash(id), enabled: true, usagePlanIds: ['plan1'], ...part };
}

export function testHash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/** A complete snapshot; by default its one stage `prod` of `api1` runs the first deployment. */
export function snapshot(part: Partial<Snapshot> = {}): Snapshot {
  return {
    format: SNAPSHOT_FORMAT,
    revision: 1,
    revisedAt: 0,
    basis: null,
    account: {
      accountId: '000000000000',
      region: 'us-east-1',
      throttle: { rateLimit: 10_000, burstLimit: 5_000 },
      egressAllowList: [],
    },
    deployments: [],
    stages: [stage()],
    usagePlans: [],
    apiKeys: [],
    removedApiKeyIds: [],
    ...part,
  };
}
