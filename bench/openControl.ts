/** The control plane on a data directory whose processes do not run: what is set here they find when they start. */
import type { ControlContext } from '@/lib/control/ControlContext';
import { createControl } from '@/lib/control/createControl';
import type { ControlPorts } from '@/lib/control/ports';
import { createPublisher } from '@/lib/control/publish/createPublisher';
import type { Actor } from '@/lib/model/role';
import { readConfig } from '@/lib/runtime/config';
import { openDatabase } from '@/lib/runtime/controlPlane/openDatabase';
import { createLog } from '@/lib/runtime/log';
import { masterKey } from '@/lib/runtime/masterKey';
import { createSecrets } from '@/lib/runtime/secrets';

export const actor: Actor = { kind: 'system', reason: 'benchmark' };

/** Opens the database that the environment names. The caller closes it before the processes start. */
export async function openControl() {
  const config = readConfig();
  const secrets = createSecrets(masterKey(config));
  const { db, close } = await openDatabase(config, createLog('control'));
  const noGateway = () => Promise.reject(new Error('No gateway runs while the benchmark is set up'));
  const { region, accountId, gatewayUrl, publicUrl } = config;
  const ports: ControlPorts = {
    db,
    now: () => Date.now(),
    config: { region, accountId, gatewayUrl, publicUrl, sampleBackendUrl: '' },
    secrets,
    // The start publishes all that it finds.
    publish: async () => {},
    storeApiKeys: noGateway,
    workers: () => [],
    testInvoke: noGateway,
    flushCache: noGateway,
    grantQuota: () => {},
    vpcLinkHealth: noGateway,
    askConnections: noGateway,
    // And writes the functions' list and code.
    missingFunctionCode: async () => [],
    storeFunctionCode: noGateway,
    publishFunctions: async () => {},
    invokeFunction: noGateway,
    testAuthorizer: noGateway,
    testApiAuthorizer: noGateway,
    flushAuthorizersCache: noGateway,
    callGateway: noGateway,
  };
  const context: ControlContext = { ports, publisher: createPublisher(ports) };
  return { control: createControl(context), db, close };
}
