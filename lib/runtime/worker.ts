/** Entry of a gateway worker: the engine on the gateway's port, fed by messages, serving from disk until then. */
import { randomUUID } from 'node:crypto';
import { createGateway } from '@gatehouse/gateway';
import { LeasedCounters } from '@/lib/stores/LeasedCounters';
import { type Config, ownPorts, readConfig } from './config';
import { SnapshotIntake } from './dataPlane/SnapshotIntake';
import { UsageBuffer } from './dataPlane/UsageBuffer';
import { createLog, reasonOf } from './log';
import { masterKey } from './masterKey';
import { endWith, sendToParent, type ToWorker } from './messages';
import { onFault } from './onFault';
import { listenFailure } from './portHolder';
import { lookupHash } from './secrets';
import { readSnapshotFile } from './snapshotFile';
import { systemClock } from './systemClock';

/** Together below the 30 s in which a stop must end. */
const GRACE = 20_000;
const DRAIN = 3_000;

const log = createLog('worker');

function createWorker(config: Config) {
  const counters = new LeasedCounters(sendToParent, systemClock, log);
  const usage = new UsageBuffer(
    randomUUID(),
    (batch) => sendToParent({ type: 'usage', batch }),
    (calls) => log.error('Usage of calls was dropped: control was away for too long', { calls }),
  );
  const gateway = createGateway({
    ports: { counters, recorder: usage, clock: systemClock, log, hashApiKey: lookupHash(masterKey(config)) },
    ownPorts: ownPorts(config),
  });
  const snapshots = new SnapshotIntake(gateway, sendToParent, log);

  const hello = () => sendToParent({ type: 'hello', pid: process.pid, revision: gateway.revision() });
  const finish = async () => {
    await gateway.close(GRACE);
    await usage.drain(DRAIN);
    counters.close();
  };
  const receive = (message: ToWorker) => {
    if (message.type === 'snapshot') snapshots.apply(message.snapshot);
    else if (message.type === 'usageWritten') usage.written(message.boot, message.sequence);
    else if (message.type === 'stop') void finish().finally(() => process.exit(0));
    else if (message.type !== 'controlReady') counters.receive(message);
    else {
      hello();
      usage.sendAgain();
    }
  };
  const start = async () => {
    const kept = readSnapshotFile(config.dataDir);
    if (kept) snapshots.apply(kept);
    await gateway.listen(config.gatewayPort, config.host).catch((error: unknown) => {
      throw listenFailure(error, config.gatewayPort, 'GATEHOUSE_GATEWAY_PORT');
    });
    hello();
    sendToParent({ type: 'listening' });
  };
  return { start, receive, finish };
}

// Ctrl-C and service managers signal every process; the supervisor alone decides who stops when.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
try {
  const worker = createWorker(readConfig());
  onFault(log, worker.finish);
  process.on('message', worker.receive);
  await worker.start();
} catch (error) {
  endWith(reasonOf(error));
}
