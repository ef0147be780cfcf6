import { type Log, reasonOf } from './log';

/** How long a faulty process may take to finish what others wait for. */
const FINISH = 10_000;

/**
 * A fault that nothing caught leaves the process in an unknown state: it is logged, what can be finished is
 * finished, and the process ends so that the supervisor starts a new one.
 */
export function onFault(log: Log, finish: () => Promise<void>): void {
  let faulty = false;
  const end = (kind: string) => (error: unknown) => {
    log.error(kind, { reason: reasonOf(error), stack: error instanceof Error ? error.stack : undefined });
    if (faulty) return;
    faulty = true;
    setTimeout(() => process.exit(1), FINISH).unref();
    finish().then(
      () => process.exit(1),
      () => process.exit(1),
    );
  };
  process.on('uncaughtException', end('Uncaught exception'));
  process.on('unhandledRejection', end('Unhandled rejection'));
}
