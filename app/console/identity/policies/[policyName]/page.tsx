import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { isAdministrator } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { PolicyEditor } from '@/components/console/policy/PolicyEditor';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { Section } from '@/components/ui/Section';
import { isAwsManaged, type ManagedPolicy } from '@/lib/model/identity';
import { control } from '@/lib/runtime/slot';
import { BackLink } from '../../_components/BackLink';
import { DeletePolicyButton } from '../../_components/DeletePolicyButton';
import { Denied } from '../../_components/Denied';
import { identityHref } from '../../_components/identityHref';
import { PolicyForm } from '../../_components/PolicyForm';
import { templateApis } from '../../_components/templateApis';

type Props = { params: Promise<{ policyName: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).policyName) };
}

export default async function PolicyPage({ params }: Props) {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return <Denied />;
  const policyName = decodeURIComponent((await params).policyName);
  const policies = await control().identity.policies(actor);
  const policy = policies.find((each) => each.policyName === policyName) ?? notFound();
  const isAws = isAwsManaged(policy.arn);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 p-5">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <BackLink href={identityHref.policies}>Policies</BackLink>
        <PageHeader
          title={<span className="break-all">{policyName}</span>}
          meta={
            <>
              {isAws && <Badge>AWS</Badge>}
              <CopyButton value={policy.arn} what="ARN" showValue />
            </>
          }
          description={
            isAws ? `${policy.description ?? ''} AWS's own policy: it is only read.` : 'A managed policy.'
          }
          actions={!isAws && <DeletePolicyButton policyName={policyName} attachedTo={policy.attachedTo} />}
        />
      </div>
      {isAws ? (
        <PolicyEditor value={policy.document} height="auto" />
      ) : (
        <PolicyForm key={policy.arn} policy={policy} apis={await templateApis(actor)} />
      )}
      <UsersOfPolicy policy={policy} />
    </div>
  );
}

function UsersOfPolicy({ policy }: { policy: ManagedPolicy }) {
  return (
    <Section title="Users" description="A change of the policy counts for all of them at once.">
      {policy.attachedTo.length === 0 ? (
        <p className="text-muted">None. Attach it on a user's page.</p>
      ) : (
        <ul className="max-h-80 divide-y overflow-y-auto border-y">
          {policy.attachedTo.map((userName) => (
            <li key={userName} className="min-w-0 py-1.5">
              <Link
                href={identityHref.user(userName)}
                className="block truncate hover:underline"
                title={userName}
              >
                {userName}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
