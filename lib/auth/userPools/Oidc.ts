/**
 * The library, loaded when a pool is first asked for: most installations start without one, and it warns of Node 20,
 * on which it was proved for this project.
 */
export type Oidc = typeof import('oidc-provider');
