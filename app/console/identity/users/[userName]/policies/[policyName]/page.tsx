import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BackLink } from '@/app/console/identity/_components/BackLink';
import { DeletePolicyButton } from '@/app/console/identity/_components/DeletePolicyButton';
import { Denied } from '@/app/console/identity/_components/Denied';
import { identityHref } from '@/app/console/identity/_components/identityHref';
import { PolicyForm } from '@/app/console/identity/_components/PolicyForm';
import { templateApis } from '@/app/console/identity/_components/templateApis';
import { PageHeader } from '@/components/ui/PageHeader';
import { findIamUser } from '../../findIamUser';

type Props = { params: Promise<{ userName: string; policyName: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).policyName) };
}

export default async function InlinePolicyPage({ params }: Props) {
  const names = await params;
  const found = await findIamUser(names.userName);
  if (!found) return <Denied />;
  const { userName, inlinePolicies } = found.user;
  const policyName = decodeURIComponent(names.policyName);
  const policies = new Map(Object.entries(inlinePolicies));
  const document = policies.get(policyName) ?? notFound();
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <BackLink href={identityHref.user(userName)}>{userName}</BackLink>
        <PageHeader
          title={<span className="break-all">{policyName}</span>}
          description="An inline policy: it is this user's alone, and a change counts at once."
          actions={<DeletePolicyButton userName={userName} policyName={policyName} />}
        />
      </div>
      <PolicyForm
        key={`${userName}/${policyName}`}
        userName={userName}
        policy={{ policyName, document }}
        apis={await templateApis(found.actor)}
      />
    </div>
  );
}
