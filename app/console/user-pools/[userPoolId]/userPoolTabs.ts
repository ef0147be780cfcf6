/** Tabs of a pool; the path below `/console/user-pools/{id}`. */
export const userPoolTabs = [
  { path: '', label: 'Overview' },
  { path: '/users', label: 'Users' },
  { path: '/groups', label: 'Groups' },
  { path: '/clients', label: 'App clients' },
  { path: '/resource-servers', label: 'Resource servers' },
  { path: '/settings', label: 'Settings' },
] as const;
