import { createGateway, type Gateway } from '@gatehouse/gateway';
import { FunctionClient } from '@/lib/functions/FunctionClient';
import { type Config, ownPorts } from '../config';
import { functionSocket } from '../functions/functionFolder';
import type { Log } from '../log';
import { systemClock } from '../systemClock';

/**
 * The engine for the console's Test panel: the production pipeline without a listener. It neither counts nor
 * limits, as on AWS, and runs here, so that a test never takes time from a gateway worker.
 */
export function testGateway(config: Config, log: Log, hashApiKey: (value: string) => string): Gateway {
  return createGateway({
    ports: {
      counters: { takeTokens: () => ({ taken: true }), takeQuota: () => ({ taken: true }) },
      cache: { get: () => undefined, put: () => {} },
      functions: new FunctionClient(functionSocket(config)),
      recorder: { record() {} },
      clock: systemClock,
      log,
      hashApiKey,
    },
    ownPorts: ownPorts(config),
    asksRoles: !config.awsOpen,
  });
}
