/** The console's places, in the order of the navigation; those of a group stand together under its name. */
export const places = [
  { href: '/console', label: 'APIs', icon: 'apis' },
  { href: '/console/functions', label: 'Functions', icon: 'functions' },
  { href: '/console/api-keys', label: 'API keys', icon: 'keys' },
  { href: '/console/usage-plans', label: 'Usage plans', icon: 'plans' },
  { href: '/console/client-certificates', label: 'Client certificates', icon: 'certificates' },
  { href: '/console/vpc-links', label: 'VPC links', icon: 'links' },
  { href: '/console/domain-names', label: 'Custom domain names', icon: 'domainNames' },
  { href: '/console/identity', label: 'Identity', icon: 'identity' },
  { href: '/console/user-pools', label: 'User pools', icon: 'userPools' },
  { href: '/console/playground', label: 'Template playground', icon: 'playground' },
  { href: '/console/dashboard', label: 'Dashboard', icon: 'dashboard' },
  { href: '/console/portals', label: 'Portals', icon: 'portals', group: 'Portal' },
  { href: '/console/portal-products', label: 'Portal products', icon: 'products', group: 'Portal' },
  { href: '/console/subscriptions', label: 'Subscriptions', icon: 'subscriptions', group: 'Portal' },
  { href: '/console/users', label: 'Users', icon: 'users' },
  { href: '/console/settings', label: 'Settings', icon: 'settings' },
] as const satisfies Place[];

interface Place {
  href: string;
  label: string;
  icon: string;
  group?: string;
}

/** Tabs of an API's workspace; the path below `/console/apis/{id}`. */
export const apiTabs = [
  { path: 'resources', label: 'Resources' },
  { path: 'stages', label: 'Stages' },
  { path: 'deployments', label: 'Deployments' },
  { path: 'authorizers', label: 'Authorizers' },
  { path: 'resource-policy', label: 'Resource policy' },
  { path: 'models', label: 'Models' },
  { path: 'validators', label: 'Validators' },
  { path: 'gateway-responses', label: 'Gateway responses' },
  { path: 'documentation', label: 'Documentation' },
  { path: 'dashboard', label: 'Dashboard' },
  { path: 'portal', label: 'Portal' },
  { path: 'settings', label: 'Settings' },
] as const;

/** Tabs of an HTTP API's workspace; the path below `/console/http-apis/{apiId}`. */
export const httpApiTabs = [
  { path: 'routes', label: 'Routes' },
  { path: 'integrations', label: 'Integrations' },
  { path: 'authorizers', label: 'Authorizers' },
  { path: 'cors', label: 'CORS' },
  { path: 'stages', label: 'Stages' },
  { path: 'deployments', label: 'Deployments' },
  { path: 'dashboard', label: 'Dashboard' },
  { path: 'portal', label: 'Portal' },
  { path: 'settings', label: 'Settings' },
] as const;

/** Tabs of a WebSocket API's workspace; the path below `/console/websocket-apis/{apiId}`. */
export const webSocketApiTabs = [
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

export type ApiKind = 'REST' | 'HTTP' | 'WEBSOCKET';

interface Workspace {
  /** segment of the address below `/console` */
  folder: string;
  word: string;
  /** the first is where an API opens */
  tabs: readonly { path: string; label: string }[];
}

/** Each kind of API has pages of its own. */
export const workspaces: Record<ApiKind, Workspace> = {
  REST: { folder: 'apis', word: 'REST', tabs: apiTabs },
  HTTP: { folder: 'http-apis', word: 'HTTP', tabs: httpApiTabs },
  WEBSOCKET: { folder: 'websocket-apis', word: 'WebSocket', tabs: webSocketApiTabs },
};

export interface ApiPlace {
  id: string;
  name: string;
  kind: ApiKind;
}

/** Below which an API's tabs are. */
export const apiHref = ({ id, kind }: Pick<ApiPlace, 'id' | 'kind'>): string =>
  `/console/${workspaces[kind].folder}/${id}`;

const namedFolders = {
  function: 'functions',
  'user pool': 'user-pools',
  'usage plan': 'usage-plans',
  'domain name': 'domain-names',
  'VPC link': 'vpc-links',
  portal: 'portals',
  product: 'portal-products',
} as const;

/** What has a page of its own beside the APIs, as the palette finds it. */
export interface NamedPlace {
  kind: keyof typeof namedFolders;
  /** segment of its address, e.g. the name of a function */
  id: string;
  name: string;
}

/** Where its first page is; that of tabs is below it. */
export const namedPlaceHref = ({ kind, id }: Pick<NamedPlace, 'id' | 'kind'>): string =>
  `/console/${namedFolders[kind]}/${encodeURIComponent(id)}`;
