import { type Database, openDb } from '@/db/client';
import type { Config } from '../config';
import { type Log, reasonOf } from '../log';
import { copyTemplate } from './copyTemplate';

const FIRST_WAIT = 250;
/** With its jitter and an attempt still within the five seconds in which control is back. */
const LONGEST_WAIT = 2_500;

/**
 * Opens the database. A server that is away is asked again, with growing pauses, until it answers: the gateway
 * serves its last snapshot meanwhile. The embedded one either opens or the start fails.
 */
export async function openDatabase(config: Config, log: Log): Promise<Database> {
  if (!config.databaseIsServer) await copyTemplate(config.database, config.root);
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await openDb(config.database);
    } catch (error) {
      if (!config.databaseIsServer || !isAway(error)) throw error;
      log.error('The database does not answer; asking again', { reason: reasonOf(error), waitMs: wait });
    }
    // Jittered: nodes that lost one database must not all come back in the same moment.
    await new Promise((resolve) => setTimeout(resolve, wait * (0.75 + Math.random() / 2)));
  }
}

/** Connection faults, and Postgres's classes 08 (connection) and 57P (starting up or shutting down), 53300 (full). */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  return (
    /^(ECONN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|08|57P|53300)/.test(code) ||
    /timeout|terminated unexpectedly/i.test(error.message) ||
    causes.some((cause: unknown) => cause !== undefined && isAway(cause))
  );
}
