import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';

type Read = (actor: Actor, search: URLSearchParams) => Promise<object>;

/** A polling question of a dashboard: figures as JSON, or the refusal with its status and message. */
export async function answerUsage(request: Request, read: Read): Promise<Response> {
  const actor = await currentActor();
  // Before the range is looked at: a visitor hears 401, whatever the question was.
  if (actor.kind === 'visitor') return refusal(401, 'Sign in to see usage');
  try {
    const usage = await read(actor, new URL(request.url).searchParams);
    return Response.json(usage, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    if (isControlError(error)) return refusal(errorStatus[error.code], error.message);
    console.error('usage could not be read', error);
    return refusal(500, 'Usage could not be read. The log of the control process says why.');
  }
}

const refusal = (status: number, message: string) =>
  Response.json({ message }, { status, headers: { 'cache-control': 'no-store' } });
