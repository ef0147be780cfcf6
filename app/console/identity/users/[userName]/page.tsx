import type { Metadata } from 'next';
import Link from 'next/link';
import { Denied } from '@/app/console/identity/_components/Denied';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { BackLink } from '../../_components/BackLink';
import { identityHref } from '../../_components/identityHref';
import { AccessKeys } from './_components/AccessKeys';
import { AttachedPolicies } from './_components/AttachedPolicies';
import { DeleteIamUserButton } from './_components/DeleteIamUserButton';
import { InlinePolicies } from './_components/InlinePolicies';
import { findIamUser } from './findIamUser';

type Props = { params: Promise<{ userName: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).userName) };
}

export default async function IamUserPage({ params }: Props) {
  const found = await findIamUser((await params).userName);
  if (!found) return <Denied />;
  const { actor, user } = found;
  const policies = await control().identity.policies(actor);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6 p-5">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <BackLink href={identityHref.users}>Users</BackLink>
        <PageHeader
          title={<span className="break-all">{user.userName}</span>}
          description="Signs its calls with an access key; its policies say which of them pass."
          meta={<CopyButton value={user.arn} what="ARN" showValue />}
          actions={
            <>
              <Button asChild>
                <Link href={`${identityHref.simulator}?${new URLSearchParams({ user: user.userName })}`}>
                  Simulate a call
                </Link>
              </Button>
              <DeleteIamUserButton user={user} />
            </>
          }
        />
      </div>
      <AccessKeys userName={user.userName} accessKeys={user.accessKeys} />
      <InlinePolicies userName={user.userName} policies={user.inlinePolicies} />
      <AttachedPolicies user={user} policies={policies} />
    </div>
  );
}
