const base = '/console/identity';

/** Where things of identity stand in the console. Names may hold any of `+=,.@_-`. */
export const identityHref = {
  users: base,
  policies: `${base}/policies`,
  createPolicy: `${base}/create-policy`,
  simulator: `${base}/simulator`,
  user: (userName: string) => `${base}/users/${encodeURIComponent(userName)}`,
  createInlinePolicy: (userName: string) => `${base}/users/${encodeURIComponent(userName)}/create-policy`,
  /** @param userName absent: a managed policy */
  policy: (policyName: string, userName?: string) =>
    userName === undefined
      ? `${base}/policies/${encodeURIComponent(policyName)}`
      : `${base}/users/${encodeURIComponent(userName)}/policies/${encodeURIComponent(policyName)}`,
} as const;
