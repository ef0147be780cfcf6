import type { NextRequest } from 'next/server';
import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** More lines than a page shows at once: about a hundred calls with data trace, some hundreds without. */
const limit = 3_000;

/** The newest lines of a log group for pages that ask again and again. The operation decides who may see them. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'visitor') return answer({ message: 'Sign in to see logs' }, 401);
  try {
    const group = request.nextUrl.searchParams.get('group') ?? '';
    return answer({ lines: await control().logs.read(actor, group, { limit }) });
  } catch (error) {
    if (isControlError(error)) return answer({ message: error.message }, errorStatus[error.code]);
    console.error('a log group could not be read', error);
    return answer({ message: 'The log could not be read. The log of the control process says why.' }, 500);
  }
}

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
