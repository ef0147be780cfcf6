import { type ErrorCode, type FieldError, isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import { currentActor } from './currentActor';

export interface ActionError {
  code: ErrorCode | 'InternalServerErrorException';
  message: string;
  fields: FieldError[];
}
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: ActionError };

/**
 * Wraps every server action once: finds the actor, calls, and turns a refusal into plain data that forms show.
 * The operation checks permission and input itself. Anything unexpected is logged and told without detail.
 */
export function action<Input extends unknown[], Data>(run: (actor: Actor, ...input: Input) => Promise<Data>) {
  return async (...input: Input): Promise<ActionResult<Data>> => {
    try {
      return { ok: true, data: await run(await currentActor(), ...input) };
    } catch (error) {
      return { ok: false, error: actionError(error) };
    }
  };
}

function actionError(error: unknown): ActionError {
  if (isControlError(error)) return { code: error.code, message: error.message, fields: error.fields };
  console.error('server action failed', error);
  return {
    code: 'InternalServerErrorException',
    message: 'Something failed on our side. Nothing was changed. The log of the control process says why.',
    fields: [],
  };
}
