import { ControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';

/** The person behind a call. @throws ControlError UnauthorizedException for visitors and the system */
export function actorUserId(actor: Actor): string {
  if (actor.kind === 'user') return actor.userId;
  throw new ControlError('UnauthorizedException', 'Sign in to do this');
}
