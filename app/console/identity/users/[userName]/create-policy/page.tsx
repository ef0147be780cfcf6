import type { Metadata } from 'next';
import { BackLink } from '@/app/console/identity/_components/BackLink';
import { Denied } from '@/app/console/identity/_components/Denied';
import { identityHref } from '@/app/console/identity/_components/identityHref';
import { PolicyForm } from '@/app/console/identity/_components/PolicyForm';
import { templateApis } from '@/app/console/identity/_components/templateApis';
import { PageHeader } from '@/components/ui/PageHeader';
import { findIamUser } from '../findIamUser';

export const metadata: Metadata = { title: 'Create inline policy' };

type Props = { params: Promise<{ userName: string }> };

export default async function CreateInlinePolicyPage({ params }: Props) {
  const found = await findIamUser((await params).userName);
  if (!found) return <Denied />;
  const { userName, inlinePolicies } = found.user;
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <BackLink href={identityHref.user(userName)}>{userName}</BackLink>
        <PageHeader title="Create inline policy" description="It is this user's alone, and counts at once." />
      </div>
      <PolicyForm
        userName={userName}
        taken={Object.keys(inlinePolicies)}
        apis={await templateApis(found.actor)}
      />
    </div>
  );
}
