import type { AccessLogLine, LogGroup } from '@/lib/model/accessLog';
import type { Actor } from '@/lib/model/role';

/** Log groups of stages' access logs and execution logs. */
export interface LogsControl {
  /** those that were made, that stages write to, or wrote to and whose lines are kept; by name */
  groups(actor: Actor): Promise<LogGroup[]>;
  /**
   * Makes a group that stays without lines and without a stage.
   * @throws ControlError ConflictException for one that was made before
   */
  create(actor: Actor, logGroupName: string): Promise<void>;
  /**
   * Deletes a group with its lines. One that a stage writes to is there again with its next line.
   * @throws ControlError NotFoundException
   */
  delete(actor: Actor, logGroupName: string): Promise<void>;
  /** of a group of this installation, there or not: what a stage's destination is */
  groupArn(actor: Actor, logGroupName: string): Promise<string>;
  /**
   * The newest lines of a group, newest first. `since`: ms since the epoch.
   * @throws ControlError NotFoundException for a group that there is not
   */
  read(
    actor: Actor,
    logGroupName: string,
    filter?: { since?: number; limit?: number },
  ): Promise<AccessLogLine[]>;
}
