import type { PolicyDecision } from './PolicyRequest';

/** IAM's own words for what policies say together (SimulatePrincipalPolicy's EvalDecision). */
export type PolicyOutcome = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** Within one account (table A of reference section 14): a Deny anywhere denies, else one Allow is enough. */
export function combineEffects(effects: readonly (PolicyDecision['effect'] | undefined)[]): PolicyOutcome {
  if (effects.includes('Deny')) return 'explicitDeny';
  return effects.includes('Allow') ? 'allowed' : 'implicitDeny';
}
