import type { Authorizer } from '@/lib/model/authorizer';

/** An authorizer as a method may choose it. */
export interface MethodAuthorizer extends Pick<Authorizer, 'id' | 'name' | 'type'> {
  /** OAuth scopes that tokens of its user pools may have; empty for those of a function */
  scopes: string[];
}
