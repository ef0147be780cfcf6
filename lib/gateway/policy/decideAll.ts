import type { Policy } from './compilePolicy';
import type { PolicyDecision, PolicyRequest } from './PolicyRequest';

/** What policies say together: a Deny of one wins over the Allow of another; undefined: none says anything. */
export function decideAll(
  policies: readonly Policy[],
  request: PolicyRequest,
): PolicyDecision['effect'] | undefined {
  let allowed: 'Allow' | undefined;
  for (const policy of policies) {
    const effect = policy.decide(request)?.effect;
    if (effect === 'Deny') return effect;
    allowed ??= effect;
  }
  return allowed;
}
