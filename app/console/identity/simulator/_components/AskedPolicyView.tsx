import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { PolicyText } from '@/components/console/policy/PolicyText';
import { Badge } from '@/components/ui/Badge';
import type { AskedPolicy } from '@/lib/model/identity';
import { identityHref } from '../../_components/identityHref';
import type { Simulation } from './simulation';

const kinds: Record<AskedPolicy['kind'], string> = {
  inline: 'Inline policy',
  managed: 'Attached policy',
  resource: 'Resource policy of',
};

function hrefOf({ kind, policyName }: AskedPolicy, { user, api }: Simulation): string {
  if (kind === 'resource') return `/console/apis/${api}/resource-policy`;
  return identityHref.policy(policyName, kind === 'inline' ? user : undefined);
}

/** One policy that was asked: open where it decided. */
export function AskedPolicyView(props: {
  policy: AskedPolicy;
  effect: 'Allow' | 'Deny';
  simulation: Simulation;
}) {
  const { policy, effect } = props;
  const { decided } = policy;
  const tone = effect === 'Allow' ? 'success' : 'danger';
  return (
    <details open={decided.length > 0} className="group min-w-0 border-t pt-3">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
        <ChevronRight
          className="-mr-2 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
          aria-hidden
        />
        <span className="min-w-0 break-all">
          {kinds[policy.kind]} <span className="font-medium">{policy.policyName}</span>
        </span>
        {decided.length === 0 ? (
          <Badge>Does not decide</Badge>
        ) : (
          <Badge tone={tone}>{decidedWords(effect, policy)}</Badge>
        )}
      </summary>
      <div className="mt-2 grid min-w-0 gap-2">
        <PolicyText
          document={policy.document}
          label={`${kinds[policy.kind]} ${policy.policyName}`}
          marked={decided.map(({ lines }) => lines)}
          tone={tone}
        />
        <Link
          href={hrefOf(policy, props.simulation)}
          className="justify-self-start underline underline-offset-2 hover:text-accent-ink"
        >
          Open this policy
        </Link>
      </div>
    </details>
  );
}

/** Counted from 1, as they are read. */
function decidedWords(effect: 'Allow' | 'Deny', { decided }: AskedPolicy): string {
  const numbers = decided.map(({ statement }) => statement + 1).join(', ');
  const verb = effect === 'Allow' ? 'allow' : 'deny';
  return decided.length === 1
    ? `Statement ${numbers} ${verb === 'allow' ? 'allows' : 'denies'}`
    : `Statements ${numbers} ${verb}`;
}
