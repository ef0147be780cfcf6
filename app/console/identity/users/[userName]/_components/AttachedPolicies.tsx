import Link from 'next/link';
import { Badge } from '@/components/ui/Badge';
import { Section } from '@/components/ui/Section';
import { type IamUser, isAwsManaged, type ManagedPolicy } from '@/lib/model/identity';
import { identityHref } from '../../../_components/identityHref';
import { AttachPolicyButton } from './AttachPolicyButton';
import { DetachPolicyButton } from './DetachPolicyButton';

/** Managed policies of this user, which others may have too. */
export function AttachedPolicies({ user, policies }: { user: IamUser; policies: ManagedPolicy[] }) {
  const isAttached = ({ arn }: ManagedPolicy) => user.attachedPolicies.includes(arn);
  const attached = policies.filter(isAttached);
  const others = policies.filter((policy) => !isAttached(policy)).map(({ policyName }) => policyName);
  return (
    <Section
      title="Attached policies"
      description="Managed policies, which other users may have too; a change reaches all of them."
      actions={<AttachPolicyButton userName={user.userName} policyNames={others} />}
    >
      {attached.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <ul aria-label="Attached policies" className="divide-y border-y">
          {attached.map((policy) => (
            <li key={policy.arn} className="flex items-center gap-3 py-1.5">
              <div className="min-w-0 flex-1">
                <div className="flex min-w-0 items-center gap-2">
                  <Link
                    href={identityHref.policy(policy.policyName)}
                    className="min-w-0 truncate font-medium hover:underline"
                    title={policy.policyName}
                  >
                    {policy.policyName}
                  </Link>
                  {isAwsManaged(policy.arn) && <Badge>AWS</Badge>}
                </div>
                {policy.description && <p className="truncate text-muted text-small">{policy.description}</p>}
              </div>
              <DetachPolicyButton userName={user.userName} policyName={policy.policyName} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
