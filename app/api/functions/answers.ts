import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';

/**
 * Runs what a handler does for the one who asks; a refusal becomes its status and `{ message, error }`.
 * @param refusedStatus 200 where a form shows refusals, as server actions answer them: no fault of the page
 */
export async function answerFor(
  run: (actor: Actor) => Promise<Response>,
  refusedStatus?: 200,
): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'visitor') return refusal('UnauthorizedException', 'Sign in to see functions', 401);
  try {
    return await run(actor);
  } catch (error) {
    if (isControlError(error))
      return refusal(error.code, error.message, refusedStatus ?? errorStatus[error.code], error.fields);
    console.error('a request about a function failed', error);
    return refusal(
      'InternalServerErrorException',
      'Something failed on our side. The log of the control process says why.',
      500,
    );
  }
}

/** `error` is what useAction shows, `message` what queries do. */
export const refusal = (code: string, message: string, status: number, fields: object[] = []) =>
  answer({ ok: false, message, error: { code, message, fields } }, status);

export const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
