import type { Database } from '@/db/client';
import type { ControlContext } from '@/lib/control/ControlContext';
import type { Control } from '@/lib/control/control';
import { createControl } from '@/lib/control/createControl';
import type { ControlPorts, Secrets } from '@/lib/control/ports';
import { createPublisher } from '@/lib/control/publish/createPublisher';
import type { Config } from '../config';
import { functionPorts } from '../functions/functionPorts';
import type { Log } from '../log';
import { sendToParent } from '../messages';
import { callGateway } from './callGateway';
import { testGateway } from './testGateway';
import type { WorkerSide } from './WorkerSide';

/** Where AWS's own example API has its backend; used while ours is switched off. */
const PUBLIC_PET_STORE = 'http://petstore-demo-endpoint.execute-api.com';

/** The control plane of this process on an open database. */
export function makeControl(
  config: Config,
  { db }: Database,
  secrets: Secrets,
  { fleet, keeper, cacheFlushes, authorizerFlushes, linkHealth, connections }: WorkerSide,
  log: Log,
): { context: ControlContext; control: Control } {
  const tester = testGateway(config, log, secrets.hash);
  const ports: ControlPorts = {
    db,
    now: () => Date.now(),
    config: {
      region: config.region,
      accountId: config.accountId,
      gatewayUrl: config.gatewayUrl,
      publicUrl: config.publicUrl,
      sampleBackendUrl: config.samplePort ? `http://127.0.0.1:${config.samplePort}` : PUBLIC_PET_STORE,
      customIds: config.awsOpen,
      awsOpen: config.awsOpen,
    },
    secrets,
    publish: (snapshot, stored) => {
      tester.useAccount(snapshot);
      return fleet.publish(snapshot, stored);
    },
    storeApiKeys: (pages) => keeper.store(pages),
    workers: () => fleet.workers(),
    testInvoke: (call) => tester.test(call),
    testAuthorizer: (call) => tester.testAuthorizer(call),
    testApiAuthorizer: (call) => tester.testApiAuthorizer(call),
    flushCache: (restApiId, stageName) => cacheFlushes.flush(restApiId, stageName),
    flushAuthorizersCache: (restApiId, stageName) => authorizerFlushes.flush(restApiId, stageName),
    grantQuota: (granted) => sendToParent({ type: 'grantQuota', granted }),
    vpcLinkHealth: (vpcLinkId) => linkHealth.ask(vpcLinkId),
    askConnections: (question) => connections.ask(question),
    callGateway: callGateway(config),
    ...functionPorts(config, secrets),
  };
  const context = { ports, publisher: createPublisher(ports) };
  return { context, control: createControl(context) };
}
