import type { Actor } from '@/lib/model/role';
import type { Stage, StageInput, StageUpdate } from '@/lib/model/stage';

/** Stages, as the control plane's face has them. */
export interface StagesControl {
  list(actor: Actor, restApiId: string): Promise<Stage[]>;
  get(actor: Actor, restApiId: string, stageName: string): Promise<Stage>;
  create(actor: Actor, restApiId: string, input: StageInput): Promise<Stage>;
  /** Rolling back is an update of deploymentId. */
  update(actor: Actor, restApiId: string, stageName: string, input: StageUpdate): Promise<Stage>;
  delete(actor: Actor, restApiId: string, stageName: string): Promise<void>;
  /** The canary's deployment and variables become the stage's; the canary stays, with 0 % of the traffic. */
  promoteCanary(actor: Actor, restApiId: string, stageName: string): Promise<Stage>;
  /** Resolves when no worker answers from it any more. */
  flushCache(actor: Actor, restApiId: string, stageName: string): Promise<void>;
  flushAuthorizersCache(actor: Actor, restApiId: string, stageName: string): Promise<void>;
}
