import type { RequestListener } from 'node:http';
import type { Database } from '@/db/client';
import { createAwsDoor } from '@/lib/aws/createAwsDoor';
import type { ControlContext } from '@/lib/control/ControlContext';
import type { Control } from '@/lib/control/control';
import { ingestLogs } from '@/lib/control/functions/ingestLogs';
import { publishFunctions } from '@/lib/control/functions/publishFunctions';
import { bootstrapIdentity } from '@/lib/control/identity/bootstrapIdentity';
import { pruneRevisions } from '@/lib/control/publish/revisionState';
import { expire } from '@/lib/control/usage/expire';
import { quotaCounts } from '@/lib/control/usage/readQuotas';
import { expireUserPools } from '@/lib/control/userPools/expireUserPools';
import { bootstrapAdministrator, issueSetupToken } from '@/lib/control/users/setup';
import { FunctionClient } from '@/lib/functions/FunctionClient';
import { type Config, readConfig } from '../config';
import { functionSocket } from '../functions/functionFolder';
import { LogIntake } from '../functions/LogIntake';
import { lockDataDir } from '../lockDataDir';
import { createLog, type Log, reasonOf } from '../log';
import { masterKey } from '../masterKey';
import { endWith, type StartFacts, sendToParent, type ToControl } from '../messages';
import { onFault } from '../onFault';
import { StartFailure } from '../StartFailure';
import { createSecrets, deriveKey } from '../secrets';
import { setControl } from '../slot';
import { AwsServer } from './AwsServer';
import { ConsoleServer } from './ConsoleServer';
import { doorOptions } from './doorOptions';
import { makeSample, sampleUrl } from './firstStart';
import { makeControl } from './makeControl';
import { openDatabase } from './openDatabase';
import { notingOutages, tellingOutages } from './outages';
import { serveUserPools } from './serveUserPools';
import { WorkerSide } from './WorkerSide';

const HOUR = 3_600_000;
/** After a fault; onFault ends the process after 10 s. */
const FAULT_GRACE = 2_000;

/** Makes the pages' request handler; the slot is filled before it is first called. */
export type MakeHandler = (config: Config, server: ConsoleServer) => Promise<RequestListener>;

/** The control process from its first to its last line. Ends the process when it cannot start, and says why. */
export async function runControl(makeHandler: MakeHandler): Promise<void> {
  const log = createLog('control');
  try {
    await new ControlProcess(readConfig(), log).start(makeHandler);
  } catch (error) {
    if (!(error instanceof StartFailure))
      log.error('The control plane could not start', { stack: error instanceof Error ? error.stack : '' });
    endWith(reasonOf(error));
  }
}

class ControlProcess {
  private readonly console = new ConsoleServer();
  private readonly aws = new AwsServer();
  private readonly workers: WorkerSide;
  private database: Database | null = null;
  private functionLogs: LogIntake | null = null;
  private stopping = false;

  constructor(
    private readonly config: Config,
    private readonly log: Log,
  ) {
    this.workers = new WorkerSide(config, log);
  }

  async start(makeHandler: MakeHandler): Promise<void> {
    this.listenToSupervisor();
    await lockDataDir(this.config.dataDir);
    sendToParent({ type: 'locked' });
    await this.console.listen(this.config);
    await this.aws.listen(this.config);
    const master = masterKey(this.config);
    setPageEnvironment(this.config, master);
    const handler = makeHandler(this.config, this.console);
    // It is awaited further below; a fault until then must not count as unhandled.
    handler.catch(() => {});
    const database = await openDatabase(this.config, this.log);
    this.database = database;
    const secrets = createSecrets(master);
    const { context, control } = makeControl(this.config, database, secrets, this.workers, this.log);
    setControl(notingOutages(control));
    await this.join(context);
    this.aws.serve(createAwsDoor(doorOptions(this.config, context, control, this.log)));
    const facts = await this.fill(context, control);
    this.console.serve(serveUserPools(context, control, this.log, tellingOutages(await handler)));
    sendToParent({ type: 'started', facts });
    setInterval(() => void this.expire(context), HOUR).unref();
  }

  /**
   * Takes the data plane over. The quotas come first: usage that is taken afterwards is in the supervisor's
   * counters already and must not be in what they are restored from.
   */
  private async join(context: ControlContext): Promise<void> {
    sendToParent({ type: 'quotas', states: await quotaCounts(context) });
    this.workers.serve(context);
    this.functionLogs = new LogIntake(
      new FunctionClient(functionSocket(this.config)),
      (invocations) => ingestLogs(context, invocations),
      this.log,
    );
    this.functionLogs.start();
    sendToParent({ type: 'controlReady' });
    // Other functions than before a restore or an update, or a disk that is new: the host runs what it had until then.
    await publishFunctions(context.ports).catch((error: unknown) =>
      this.log.error('The function host could not be told what there is to run', { reason: reasonOf(error) }),
    );
    await context.publisher.publishAll(await this.workers.keeper.load());
  }

  private async fill(context: ControlContext, control: Control): Promise<StartFacts> {
    const { administrator, accessKey, samplePort, publicUrl, gatewayUrl } = this.config;
    if (administrator) await bootstrapAdministrator(context, administrator);
    if (accessKey) await bootstrapIdentity(context, accessKey);
    if (samplePort !== null) await makeSample(control);
    const token = process.argv.includes('first') ? await issueSetupToken(context) : null;
    return {
      setupUrl: token === null ? undefined : `${publicUrl}/console/setup?token=${token}`,
      sampleUrl: samplePort === null ? undefined : await sampleUrl(control, gatewayUrl),
    };
  }

  private listenToSupervisor(): void {
    onFault(this.log, () => this.finish(FAULT_GRACE));
    // Ctrl-C and service managers signal every process; the supervisor alone decides who stops when.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => {});
    process.on('disconnect', () => this.stop(FAULT_GRACE));
    process.on('message', (message: ToControl) => {
      if (message.type === 'workers') this.workers.fleet.setLive(message.workerIds);
      else if (message.type === 'report') this.workers.report(message.workerId, message.report);
      else if (message.type === 'cacheFlushed') this.workers.cacheFlushes.flushed(message.sequence);
      else if (message.type === 'stopping') this.announceStop();
      else this.stop(message.graceMs);
    });
  }

  private announceStop(): void {
    this.console.stopping();
    sendToParent({ type: 'notReady' });
  }

  private stop(graceMs: number): void {
    if (this.stopping) return;
    this.stopping = true;
    this.finish(graceMs).then(
      () => process.exit(0),
      (error: unknown) => {
        this.log.error('The control plane did not end cleanly', { reason: reasonOf(error) });
        process.exit(1);
      },
    );
  }

  private async finish(graceMs: number): Promise<void> {
    await Promise.all([this.console.close(graceMs), this.aws.close(graceMs)]);
    await this.functionLogs?.stop();
    await this.workers.finish();
    await this.database?.close();
  }

  private async expire(context: ControlContext): Promise<void> {
    const { db, now } = context.ports;
    await Promise.all([expire(context), pruneRevisions(db, now()), expireUserPools(context)]).catch(
      (error: unknown) =>
        this.log.error('Old usage could not be deleted; the next try is in an hour', {
          reason: reasonOf(error),
        }),
    );
  }
}

/**
 * next-auth reads the first two; the secret outlives restarts, so that sessions do. proxy.ts lets pages reach the
 * third.
 */
function setPageEnvironment({ publicUrl, gatewayUrl }: Config, master: Buffer): void {
  process.env.NEXTAUTH_URL = publicUrl;
  process.env.NEXTAUTH_SECRET = deriveKey(master, 'sessions').toString('base64url');
  process.env.GATEHOUSE_GATEWAY_URL = gatewayUrl;
}
