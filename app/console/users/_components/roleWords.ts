import { type Role, roles } from '@/lib/model/role';

/** What a role may do, in one line. */
export const roleWords: Record<Role, { label: string; help: string }> = {
  administrator: { label: 'Administrator', help: 'Everything, also users and settings.' },
  editor: { label: 'Editor', help: 'Changes and deploys APIs, keys, plans and portal pages.' },
  viewer: { label: 'Viewer', help: 'Reads the console, changes nothing.' },
  developer: { label: 'Developer', help: 'The portal only: own apps, keys and usage.' },
};

export const roleOptions = roles.map((role) => ({ value: role, label: roleWords[role].label }));

/** A select's value as a role; `developer`, the least, for anything else. */
export const roleOf = (text: string): Role => roles.find((role) => role === text) ?? 'developer';
