import Link from 'next/link';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { DeletePolicyButton } from '../../../_components/DeletePolicyButton';
import { identityHref } from '../../../_components/identityHref';
import { policySummary } from '../../../_components/policySummary';

/** Policies that are this user's alone. */
export function InlinePolicies(props: { userName: string; policies: Record<string, string> }) {
  const { userName } = props;
  const policies = Object.entries(props.policies).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return (
    <Section
      title="Inline policies"
      description="This user's alone; they go with it."
      actions={
        <Button asChild>
          <Link href={identityHref.createInlinePolicy(userName)}>Create inline policy</Link>
        </Button>
      }
    >
      {policies.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <ul aria-label="Inline policies" className="divide-y border-y">
          {policies.map(([policyName, document]) => (
            <li key={policyName} className="flex items-center gap-3 py-1.5">
              <div className="min-w-0 flex-1">
                <Link
                  href={identityHref.policy(policyName, userName)}
                  className="block truncate font-medium hover:underline"
                  title={policyName}
                >
                  {policyName}
                </Link>
                <p className="truncate text-muted text-small">{policySummary(document)}</p>
              </div>
              <DeletePolicyButton userName={userName} policyName={policyName} compact />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
