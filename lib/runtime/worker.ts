/** Entry of a gateway worker: the engine on the gateway's port, fed by messages, serving from disk until then. */
import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createGateway } from '@gatehouse/gateway';
import { FunctionClient } from '@/lib/functions/FunctionClient';
import { LeasedCounters } from '@/lib/stores/LeasedCounters';
import { RemoteCache } from '@/lib/stores/RemoteCache';
import { type Config, ownPorts, readConfig } from './config';
import { AccessLogBuffer } from './dataPlane/AccessLogBuffer';
import { CutCalls } from './dataPlane/CutCalls';
import { RelayedConnections } from './dataPlane/RelayedConnections';
import { rememberedHash } from './dataPlane/rememberedHash';
import { SnapshotIntake } from './dataPlane/SnapshotIntake';
import { UsageBuffer } from './dataPlane/UsageBuffer';
import { functionSocket } from './functions/functionFolder';
import { createLog, reasonOf } from './log';
import { masterKey } from './masterKey';
import { endWith, sendToParent, type ToWorker } from './messages';
import { onFault } from './onFault';
import { listenFailure } from './portHolder';
import { createSecrets } from './secrets';
import { systemClock } from './systemClock';

/** After a fault; onFault ends the process after 10 s. */
const FAULT_GRACE = 8_000;
/** For the usage of the last calls: at least this, which the supervisor keeps free, and at most that. */
const SHORTEST_DRAIN = 900;
const LONGEST_DRAIN = 5_000;

const log = createLog('worker');

function createWorker(config: Config) {
  const counters = new LeasedCounters(sendToParent, systemClock, log);
  const cache = new RemoteCache(sendToParent, log);
  const usage = new UsageBuffer(
    randomUUID(),
    (batch) => sendToParent({ type: 'usage', batch }),
    (calls) => log.error('Usage of calls was dropped: control was away for too long', { calls }),
  );
  const accessLogs = new AccessLogBuffer(
    randomUUID(),
    (batch) => sendToParent({ type: 'accessLogs', batch }),
    (lines) => log.error('Lines of stages’ logs were dropped: control did not take them in time', { lines }),
  );
  const outboxes = [usage.outbox, accessLogs.outbox];
  const recorder = new CutCalls(usage);
  const master = masterKey(config);
  const secrets = createSecrets(master);
  const hashApiKey = rememberedHash(secrets.hash);
  const functions = new FunctionClient(functionSocket(config));
  const connections = new RelayedConnections(cluster.worker?.id ?? 0, sendToParent);
  const gateway = createGateway({
    ports: {
      ...{ counters, cache, connections, functions, recorder, accessLogs, log, hashApiKey },
      clock: systemClock,
      openSession: (token) => secrets.sessionTokens.open(token),
    },
    ownPorts: ownPorts(config),
    asksRoles: !config.awsOpen,
  });
  const snapshots = new SnapshotIntake(config.dataDir, gateway, secrets, sendToParent, log);

  const hello = () => sendToParent({ type: 'hello', pid: process.pid, ...snapshots.state() });
  const finish = async (graceMs: number) => {
    const drainEnd = performance.now() + graceMs + SHORTEST_DRAIN;
    const over = setTimeout(() => recorder.begin(), graceMs);
    await gateway.close(graceMs);
    clearTimeout(over);
    // A destroyed socket says so in the close phase, which comes after the first of these and before the second.
    await setImmediate();
    await setImmediate();
    const left = Math.min(drainEnd - performance.now(), LONGEST_DRAIN);
    await Promise.all(outboxes.map((outbox) => outbox.drain(left)));
    counters.close();
    const cut = recorder.summary();
    if (cut)
      log.error('Calls were cut off: they outlasted the time that a stop gives them', { ...cut, graceMs });
  };
  const tellHealth = ({ question, vpcLinkId }: Extract<ToWorker, { type: 'vpcLinkHealth' }>) =>
    sendToParent({ type: 'vpcLinkHealth', question, targets: gateway.vpcLinkHealth(vpcLinkId) });
  const tellConnections = ({ question, asked }: Extract<ToWorker, { type: 'connections' }>) =>
    sendToParent({ type: 'connections', question, answer: connections.answer(asked) });
  const flushAuthorizers = ({ flush, stage }: Extract<ToWorker, { type: 'flushAuthorizers' }>) => {
    gateway.flushAuthorizers(stage);
    sendToParent({ type: 'authorizersFlushed', flush });
  };
  const receive = (message: ToWorker) => {
    if (message.type === 'snapshot') snapshots.apply(message.snapshot);
    else if (message.type === 'snapshotFile') void snapshots.applyFile(message.name, message);
    else if (message.type === 'batchWritten')
      for (const outbox of outboxes) outbox.written(message.boot, message.sequence);
    else if (message.type === 'vpcLinkHealth') tellHealth(message);
    else if (message.type === 'connections') tellConnections(message);
    else if (message.type === 'connectionAsked' || message.type === 'connectionAnswered')
      connections.receive(message);
    else if (message.type === 'flushAuthorizers') flushAuthorizers(message);
    else if (message.type === 'stop') void finish(message.graceMs).finally(() => process.exit(0));
    else if (message.type === 'cache') cache.receive(message);
    else if (message.type !== 'controlReady') counters.receive(message);
    else {
      hello();
      for (const outbox of outboxes) outbox.sendAgain();
    }
  };
  const start = async () => {
    await snapshots.start();
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
  onFault(log, () => worker.finish(FAULT_GRACE));
  process.on('message', worker.receive);
  await worker.start();
} catch (error) {
  endWith(reasonOf(error));
}
