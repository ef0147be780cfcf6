import type { Pool } from '../../authorizers/cognito/Issuers';

const known = new WeakMap<ReadonlyMap<string, Pool>, ReadonlyMap<string, Pool>>();

/** The user pool of this installation that issues under a URL; indexed once for each publication. */
export function poolByIssuer(pools: ReadonlyMap<string, Pool>, issuer: string): Pool | undefined {
  let index = known.get(pools);
  if (!index) {
    index = new Map([...pools.values()].map((pool) => [pool.issuer, pool]));
    known.set(pools, index);
  }
  return index.get(issuer);
}
