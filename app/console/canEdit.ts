import type { Actor } from '@/lib/model/role';

/** Whether edit buttons are shown; the operations decide for themselves. */
export const canEdit = (actor: Actor): boolean =>
  actor.kind === 'user' && (actor.role === 'editor' || actor.role === 'administrator');

export const isAdministrator = (actor: Actor): boolean =>
  actor.kind === 'user' && actor.role === 'administrator';
