import type { PolicyTrial } from '@/lib/model/identity';

/** The answer in two sentences. */
export function answerWords(trial: PolicyTrial, userName: string): { verdict: string; reason: string } {
  const { decision, authorizationType, policies } = trial;
  const allowed = decision === 'allowed';
  const isShut = decision === 'explicitDeny' && policies.every(({ decided }) => decided.length === 0);
  if (isShut) return { verdict: 'Nobody may make this call', reason: shutReason };
  if (authorizationType === 'AWS_IAM')
    return {
      verdict: `${userName} ${allowed ? 'may' : 'may not'} make this call`,
      reason: reasons[decision],
    };
  return {
    verdict: `${allowed ? 'Anybody' : 'Nobody'} may make this call`,
    reason: openReason(decision, policies.length > 0),
  };
}

/** The engine denies without any statement there. */
const shutReason = 'The API is private and has no resource policy: every call of it fails.';

const reasons: Record<PolicyTrial['decision'], string> = {
  allowed: 'At least one statement allows it, and none denies it.',
  explicitDeny: 'A statement denies it: no other can allow what one denies.',
  implicitDeny: 'No statement speaks of it: what nothing allows is denied.',
};

/** A method without authorization does not ask who calls. */
function openReason(decision: PolicyTrial['decision'], hasPolicy: boolean): string {
  const start = 'The method’s authorization is NONE: nobody’s own policies are asked';
  if (!hasPolicy) return `${start}, and the API has no resource policy.`;
  if (decision === 'allowed') return `${start}, and the API’s resource policy allows it.`;
  if (decision === 'explicitDeny') return `${start}, and the API’s resource policy denies it.`;
  return `${start}, and the API’s resource policy does not allow it to everybody.`;
}
