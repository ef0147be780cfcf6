import { ControlError } from '@/lib/model/ControlError';
import type { Actor, Role } from '@/lib/model/role';

/** `signedIn`: portal developers too. Anything open to visitors asks no permission at all. */
export type Permission = 'administrator' | 'editor' | 'viewer' | 'signedIn';

const rank: Record<Role, number> = { administrator: 3, editor: 2, viewer: 1, developer: 0 };
const needed: Record<Permission, number> = { administrator: 3, editor: 2, viewer: 1, signedIn: 0 };

/** @throws ControlError UnauthorizedException for visitors, AccessDeniedException for a role that is too low */
export function permit(actor: Actor, permission: Permission, operation: string): void {
  if (actor.kind === 'system' || actor.kind === 'iamUser') return;
  if (actor.kind === 'visitor') throw new ControlError('UnauthorizedException', 'Sign in to do this');
  if (rank[actor.role] >= needed[permission]) return;
  throw new ControlError(
    'AccessDeniedException',
    `The role ${actor.role} is not authorized to perform ${operation}: it needs ${permission}`,
  );
}

/** How the audit log and `createdBy` name an actor: `ada@example.com`, an IAM user's ARN, `Gatehouse, at first start`, `visitor`. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'user') return actor.email;
  if (actor.kind === 'iamUser') return actor.arn;
  return actor.kind === 'system' ? `Gatehouse, ${actor.reason}` : 'visitor';
}
