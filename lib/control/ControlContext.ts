import type { Db } from '@/db/client';
import type { Actor } from '@/lib/model/role';
import type { ControlPorts } from './ports';
import type { Publisher } from './publish/createPublisher';

/** What every operation is made with. */
export interface ControlContext {
  ports: ControlPorts;
  publisher: Publisher;
  /** inside `together`: what follows its commit is left to it */
  outer?: Following;
}

/** What is to follow a commit. */
export interface Following {
  publishes: boolean;
  readonly following: ((ports: ControlPorts) => Promise<void>)[];
}

/** What an operation that reads is handed for one call. */
export interface ReadCall {
  actor: Actor;
  db: Db;
  now: Date;
  ports: ControlPorts;
}

/** What an operation that writes is handed: `db` is its transaction. */
export interface WriteCall extends ReadCall {
  /** Says what was done to what (an id or address). At least once; secrets never belong in `detail`. */
  audit(subject: string, detail?: Record<string, unknown>): void;
  /**
   * Marks that the engine's configuration changes with this transaction: it gets a revision, and the operation
   * resolves when the workers serve it. Names the keys that changed and the deployments that a stage now uses.
   */
  publish(touched?: { apiKeyIds?: string[]; deploymentIds?: string[] }): void;
  /**
   * Runs once the change is committed and was handed to the workers; the operation resolves after it. Work that reads
   * the database takes the ports that it is handed: those of the call have ended with its transaction.
   */
  afterwards(work: (ports: ControlPorts) => Promise<void>): void;
}
