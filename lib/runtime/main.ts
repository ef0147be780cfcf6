/** Entry of `npm start` and `npm run dev`: the supervisor. */
import { type Config, readConfig } from './config';
import { createLog, reasonOf } from './log';
import { masterKey } from './masterKey';
import { announcement } from './supervise/announcement';
import { Supervisor } from './supervise/Supervisor';

const startedAt = performance.now();
// Read by Next and React too; children inherit it.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production', NEXT_TELEMETRY_DISABLED: '1' });

// A terminal that is gone must not end what runs.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function run(config: Config): void {
  masterKey(config);
  const supervisor = new Supervisor(
    config,
    import.meta.dirname,
    {
      started: (facts) =>
        process.stdout.write(announcement(config, facts, (performance.now() - startedAt) / 1000)),
      fatal: (message) => {
        supervisor.kill();
        refuse(message);
      },
    },
    createLog('supervisor'),
  );

  let stopping = false;
  const stop = () => {
    if (stopping) {
      supervisor.kill();
      process.exit(1);
    }
    stopping = true;
    process.stdout.write('Stopping: calls in flight end first. A second signal ends at once.\n');
    supervisor.stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  supervisor.start();
}

try {
  run(readConfig());
} catch (error) {
  refuse(reasonOf(error));
}
