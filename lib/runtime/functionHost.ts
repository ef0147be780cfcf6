/** Entry of the function host: runs functions in processes of their own, answers Lambda's Invoke on a socket. */
import { writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { EventQueue } from '@/lib/functions/EventQueue';
import { FunctionHost } from '@/lib/functions/FunctionHost';
import { InvokeServer } from '@/lib/functions/InvokeServer';
import { LineBuffer } from '@/lib/functions/LineBuffer';
import { type Config, readConfig } from './config';
import { functionFolder, functionSocket } from './functions/functionFolder';
import { readFunctions } from './functions/publishedFunctions';
import { createLog, reasonOf } from './log';
import { masterKey } from './masterKey';
import { endWith } from './messages';
import { onFault } from './onFault';
import { createSecrets } from './secrets';

const IDLE_TIME = 5 * 60_000;
/** Instances at once: no more than half of the memory has room for at Lambda's smallest size. */
const CONCURRENCY = Math.max(4, Math.min(100, Math.floor(totalmem() / 2 / (128 * 1024 * 1024))));

const log = createLog('functions');

async function start(config: Config): Promise<() => void> {
  const secrets = createSecrets(masterKey(config));
  const lines = new LineBuffer();
  const host = new FunctionHost({
    folder: functionFolder(config),
    hidden: config.dataDir,
    runtimes: join(import.meta.dirname, 'runtimes'),
    concurrency: CONCURRENCY,
    idleTime: IDLE_TIME,
    niceness: 19,
    onLines: (one) => lines.add(one),
  });
  if (!host.confined)
    log.info(
      'Functions run without namespaces of their own: this machine does not let them. See docs/functions.md.',
    );
  const load = () => host.publish(readFunctions(config, secrets));
  const tryToLoad = () => {
    try {
      load();
    } catch (error) {
      // Control writes them again; until then calls are told that there is no such function.
      log.error('What there is to run could not be read', { reason: reasonOf(error) });
    }
  };
  tryToLoad();
  const events = new EventQueue(host);
  const server = new InvokeServer(host, events, lines, load);
  await server.listen(functionSocket(config));
  // What control wrote meanwhile it could not tell.
  tryToLoad();
  // For those who look after the machine.
  writeFileSync(join(functionFolder(config), 'host.pid'), `${process.pid}`);
  return () => {
    server.close();
    events.close();
    host.close();
  };
}

// Ctrl-C and service managers signal every process; the supervisor alone decides who stops when.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
try {
  const close = await start(readConfig());
  const end = () => {
    close();
    process.exit(0);
  };
  onFault(log, async () => close());
  process.on('disconnect', end);
  process.on('message', end);
} catch (error) {
  endWith(reasonOf(error));
}
