import { consoleRoles, type Role } from './role';

/** next-auth's id of the provider, and the provider's name beside accounts of the pool. */
export const userPoolProvider = 'userpool';

/** Membership of one of these groups, in the pool that an administrator chose for sign-in, gives the role. */
export const roleGroups = {
  administrator: 'gatehouse-administrator',
  editor: 'gatehouse-editor',
  viewer: 'gatehouse-viewer',
} as const satisfies Record<(typeof consoleRoles)[number], string>;

/** The highest role that the groups give; `developer`, so the portal alone, without any. */
export const roleOfGroups = (groups: readonly string[]): Role =>
  consoleRoles.find((role) => groups.includes(roleGroups[role])) ?? 'developer';

/** How an account here names its pool user: by both, so that no other pool's user with the same sub is it. */
export const poolAccountId = (userPoolId: string, poolUserId: string) => `${userPoolId}/${poolUserId}`;

export function parsePoolAccountId(accountId: string): { userPoolId: string; poolUserId: string } {
  const at = accountId.indexOf('/');
  return { userPoolId: accountId.slice(0, at), poolUserId: accountId.slice(at + 1) };
}
