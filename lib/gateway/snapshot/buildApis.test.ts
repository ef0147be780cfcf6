import { describe, expect, test } from 'vitest';
import { api, apiDeployment, apiIntegration, apiSnapshot, apiStage, route } from '../testing/apiDocuments';
import { stage } from '../testing/documents';
import { buildApis } from './buildApis';
import { checkSnapshot } from './checkSnapshot';
import type { SnapshotRejected } from './SnapshotRejected';
import type { Snapshot } from './types';

/* HTTP and WebSocket APIs of a snapshot: all or nothing, and compiled once. */
const NETWORK = { clientCertificates: new Map(), vpcLinks: new Map() };
const DEFINITION = {
  routes: [route('GET /pets')],
  integrations: [apiIntegration({ integrationUri: 'http://backend.test/' })],
};
const build = (snapshot: Snapshot, before?: ReturnType<typeof buildApis>) =>
  buildApis(snapshot, before, NETWORK, { key: 'account', throttle: snapshot.account.throttle });

describe('compiled once', () => {
  test('a change of a stage takes the compiled deployment over, a delta need not send it', () => {
    const before = build(apiSnapshot(DEFINITION));
    const changed = { stage: { stageVariables: { a: 'b' } } };
    const after = build({ ...apiSnapshot(DEFINITION, changed), apiDeployments: [] }, before);
    const one = before.httpApis.get('api1')?.stages.get('$default')?.deployment;
    expect(one).toBeDefined();
    expect(after.httpApis.get('api1')?.stages.get('$default')?.deployment).toBe(one);
  });

  test('what no stage points to is let go', () => {
    const before = build(apiSnapshot(DEFINITION));
    expect(before.apiDeployments.size).toBe(1);
    const { deploymentId, ...empty } = apiStage();
    expect(build({ ...apiSnapshot(DEFINITION), apiStages: [empty] }, before).apiDeployments.size).toBe(0);
  });

  test('each protocol has its own table', () => {
    const apis = [api(), api({ apiId: 'ws1', protocolType: 'WEBSOCKET' })];
    const apiStages = [apiStage(), apiStage({ apiId: 'ws1', stageName: 'prod' })];
    const apiDeployments = [
      apiDeployment(DEFINITION),
      apiDeployment({ apiId: 'ws1', protocolType: 'WEBSOCKET' }),
    ];
    const built = build(apiSnapshot({}, { apis, apiStages, apiDeployments }));
    expect([...built.httpApis.keys()]).toEqual(['api1']);
    expect([...built.webSocketApis.keys()]).toEqual(['ws1']);
  });
});

describe('refused whole, with the place', () => {
  test.each<[rule: string, part: Partial<Snapshot>, path: string]>([
    ['a stage of no API', { apiStages: [apiStage({ apiId: 'gone' })] }, 'apiStages[0].apiId'],
    ['a stage twice', { apiStages: [apiStage(), apiStage()] }, 'apiStages[1]'],
    ['a deployment that is not here', { apiDeployments: [] }, 'apiStages[0].deploymentId'],
    ['an API twice', { apis: [api(), api()] }, 'apis[1]'],
    ['an API that is a REST API too', { stages: [stage()] }, 'apis[0]'],
    [
      'a deployment of the other protocol',
      { apis: [api({ protocolType: 'WEBSOCKET' })] },
      'apiStages[0].deploymentId',
    ],
  ])('%s', (_rule, part, path) => {
    expect(() => build({ ...apiSnapshot(DEFINITION), ...part })).toThrow(
      expect.objectContaining({ code: 'SnapshotRejected', path }) as SnapshotRejected,
    );
  });

  test.each<[rule: string, document: object, path: string]>([
    ['a field nobody knows', { apis: [{ ...api(), open: true }] }, 'apis[0]'],
    [
      'an authorization type nobody knows',
      {
        apiDeployments: [
          apiDeployment({ routes: [{ ...route('GET /'), authorizationType: 'X' as 'NONE' }] }),
        ],
      },
      'apiDeployments[0].routes[0].authorizationType',
    ],
    [
      'a mapping for a status that is none',
      {
        apiDeployments: [
          apiDeployment({ integrations: [apiIntegration({ responseParameters: { 99: {} } })] }),
        ],
      },
      'apiDeployments[0].integrations[0].responseParameters.99',
    ],
    [
      'a base path with an empty part',
      {
        domainNames: [
          {
            domainName: 'a.test',
            basePathMappings: [{ basePath: 'a//b', restApiId: 'api1', stageName: '' }],
          },
        ],
      },
      'domainNames[0].basePathMappings[0].basePath',
    ],
  ])('%s', (_rule, part, path) => {
    expect(() => checkSnapshot({ ...apiSnapshot(DEFINITION), ...part })).toThrow(
      expect.objectContaining({ path }) as SnapshotRejected,
    );
  });
});
