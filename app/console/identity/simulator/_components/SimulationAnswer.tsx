import { CircleCheck, CircleX } from 'lucide-react';
import { CopyButton } from '@/components/ui/CopyButton';
import type { PolicyTrial } from '@/lib/model/identity';
import { AskedPolicyView } from './AskedPolicyView';
import { answerWords } from './answerWords';
import type { Simulation } from './simulation';

/** What the engine said, and the policies that it asked with the deciding statements marked. */
export function SimulationAnswer({
  simulation,
  trial,
  refused,
}: {
  simulation: Simulation;
  trial: PolicyTrial | undefined;
  /** the form says why */
  refused: boolean;
}) {
  if (!trial)
    return (
      <p className="rounded-md border border-line-strong border-dashed px-6 py-12 text-center text-muted">
        {refused
          ? 'There is nothing to decide: no call goes there.'
          : 'Choose a user, an API and its stage, and name a path: the answer stands here.'}
      </p>
    );
  const allowed = trial.decision === 'allowed';
  const Icon = allowed ? CircleCheck : CircleX;
  const { verdict, reason } = answerWords(trial, simulation.user);
  const effect = allowed ? 'Allow' : 'Deny';
  return (
    <section aria-label="Answer" aria-live="polite" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <h2 className="flex items-start gap-2 font-semibold text-[15px] leading-6">
          <Icon
            className={allowed ? 'mt-0.5 size-5 shrink-0 text-success' : 'mt-0.5 size-5 shrink-0 text-danger'}
            aria-hidden
          />
          <span className="min-w-0 [overflow-wrap:anywhere]">{verdict}</span>
        </h2>
        <p className="text-muted">{reason}</p>
        <CopyButton
          value={trial.methodArn}
          what="method ARN"
          showValue
          className="-ml-1 justify-self-start"
        />
      </div>
      {trial.missingKeys.length > 0 && (
        <p>
          A condition asked for{' '}
          <span className="break-all font-mono text-small">{trial.missingKeys.join(', ')}</span>, which this
          call does not have. Give {trial.missingKeys.length === 1 ? 'it' : 'them'} under Context to see what
          changes.
        </p>
      )}
      {trial.policies.map((policy) => (
        <AskedPolicyView
          key={`${policy.kind} ${policy.policyName}`}
          policy={policy}
          effect={effect}
          simulation={simulation}
        />
      ))}
    </section>
  );
}
