import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

type Context = { params: Promise<{ vpcLinkId: string }> };

/** Health of a link's targets for pages that ask again and again. The operation decides who may see it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor.kind === 'visitor') return answer({ message: 'Sign in to see VPC links' }, 401);
  try {
    return answer({ targets: await control().vpcLinks.health(actor, (await params).vpcLinkId) });
  } catch (error) {
    if (isControlError(error)) return answer({ message: error.message }, errorStatus[error.code]);
    console.error('the health of a VPC link could not be read', error);
    return answer({ message: 'Health could not be read. The log of the control process says why.' }, 500);
  }
}

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
