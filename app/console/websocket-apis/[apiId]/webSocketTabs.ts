/** Tabs of a WebSocket API; the path below `/console/websocket-apis/{id}`. */
export const webSocketTabs = [
  { path: 'routes', label: 'Routes' },
  { path: 'test', label: 'Test client' },
  { path: 'connections', label: 'Connections' },
  { path: 'stages', label: 'Stages' },
  { path: 'deployments', label: 'Deployments' },
  { path: 'authorizers', label: 'Authorizers' },
  { path: 'models', label: 'Models' },
  { path: 'dashboard', label: 'Dashboard' },
  { path: 'portal', label: 'Portal' },
  { path: 'settings', label: 'Settings' },
] as const;

export const webSocketHref = (apiId: string, tab: (typeof webSocketTabs)[number]['path']): string =>
  `/console/websocket-apis/${apiId}/${tab}`;
