import type { Db } from '@/db/client';
import { auditEntries } from '@/db/schema';
import { isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, Following, ReadCall, WriteCall } from './ControlContext';
import { databaseRefusal } from './databaseRefusal';
import { actorName, type Permission, permit } from './permission';
import { addRevision } from './publish/addRevision';

/** An operation as the Control interface has it, made by giving it its context. */
export type Operation<Args extends unknown[], Result> = (
  context: ControlContext,
) => (actor: Actor, ...args: Args) => Promise<Result>;

/**
 * An operation that changes nothing. `name` is AWS's for what AWS has.
 * `work` takes what doors pass on: it parses what is not a plain id.
 */
export function read<Args extends unknown[], Result>(
  options: { name: string; permission: Permission },
  work: (call: ReadCall, ...args: Args) => Promise<Result>,
): Operation<Args, Result> {
  return (context) =>
    async (actor, ...args) => {
      permit(actor, options.permission, options.name);
      return runRead(context, actor, (call) => work(call, ...args));
    };
}

/** An operation that writes: permission, one transaction with its audit rows, then publication. */
export function write<Args extends unknown[], Result>(
  options: { name: string; permission: Permission },
  work: (call: WriteCall, ...args: Args) => Promise<Result>,
): Operation<Args, Result> {
  return (context) =>
    async (actor, ...args) => {
      permit(actor, options.permission, options.name);
      return runWrite(context, actor, options.name, (call) => work(call, ...args));
    };
}

/** The inside of `read`, for operations that ask no permission. */
export async function runRead<Result>(
  context: ControlContext,
  actor: Actor,
  work: (call: ReadCall) => Promise<Result>,
): Promise<Result> {
  const { ports } = context;
  try {
    return await work({ actor, db: ports.db, now: new Date(ports.now()), ports });
  } catch (error) {
    throw isControlError(error) ? error : databaseRefusal(error);
  }
}

/** The inside of `write`, for operations that ask no permission. */
export async function runWrite<Result>(
  context: ControlContext,
  actor: Actor,
  name: string,
  work: (call: WriteCall) => Promise<Result>,
): Promise<Result> {
  const record = new WriteRecord();
  try {
    const result = await context.ports.db.transaction((db) =>
      inTransaction(context, actor, name, db, record, work),
    );
    await follow(context, record);
    return result;
  } catch (error) {
    throw isControlError(error) ? error : databaseRefusal(error);
  }
}

/** What is to follow a commit follows also where the workers did not take the change over yet. */
export async function follow({ ports, publisher, outer }: ControlContext, record: Following): Promise<void> {
  if (outer) {
    outer.publishes ||= record.publishes;
    outer.following.push(...record.following);
    return;
  }
  try {
    if (record.publishes) await publisher.publish();
  } finally {
    for (const work of record.following) await work(ports);
  }
}

async function inTransaction<Result>(
  { ports }: ControlContext,
  actor: Actor,
  name: string,
  db: Db,
  record: WriteRecord,
  work: (call: WriteCall) => Promise<Result>,
): Promise<Result> {
  const now = new Date(ports.now());
  const { audit, publish, afterwards } = record;
  const result = await work({ actor, db, now, ports, audit, publish, afterwards });
  if (record.audited.length === 0) throw new Error(`${name} wrote without saying what to the audit log`);
  const by = { time: now, actor: actorName(actor), operation: name };
  await db.insert(auditEntries).values(record.audited.map((entry) => ({ ...by, ...entry })));
  if (record.publishes) await addRevision(db, now, record);
  return result;
}

/** What one call says about itself while it runs. */
class WriteRecord implements Following {
  readonly audited: { subject: string; detail: Record<string, unknown> }[] = [];
  readonly apiKeyIds: string[] = [];
  readonly deploymentIds: string[] = [];
  readonly following: Following['following'] = [];
  publishes = false;

  readonly audit: WriteCall['audit'] = (subject, detail = {}) => {
    this.audited.push({ subject, detail });
  };
  readonly publish: WriteCall['publish'] = ({ apiKeyIds = [], deploymentIds = [] } = {}) => {
    this.publishes = true;
    this.apiKeyIds.push(...apiKeyIds);
    this.deploymentIds.push(...deploymentIds);
  };
  readonly afterwards: WriteCall['afterwards'] = (work) => {
    this.following.push(work);
  };
}
