import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

type Context = { params: Promise<{ apiId: string }> };

/** Open connections of an API for the page that asks again and again. The operation decides who may see them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'visitor') return answer({ message: 'Sign in to see connections' }, 401);
  try {
    return answer({ connections: await control().connections.list(actor, (await params).apiId) });
  } catch (error) {
    if (isControlError(error)) return answer({ message: error.message }, errorStatus[error.code]);
    console.error('the connections of an API could not be read', error);
    return answer(
      { message: 'Connections could not be read. The log of the control process says why.' },
      500,
    );
  }
}

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
