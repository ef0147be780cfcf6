import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { UserPoolForm } from '../_components/UserPoolForm';

export const metadata: Metadata = { title: 'Create user pool' };

export default async function NewUserPoolPage() {
  const actor = await requireConsole();
  if (!canEdit(actor)) {
    const back = (
      <Button asChild>
        <Link href="/console/user-pools">User pools</Link>
      </Button>
    );
    return (
      <Notice kind="denied" title="Creating a user pool needs the role editor" actions={back}>
        An administrator can change your role.
      </Notice>
    );
  }
  return (
    <div className="grid max-w-3xl gap-4 p-5">
      <PageHeader
        title="Create user pool"
        description="Everything here can be changed later. Users and app clients come next."
      />
      <UserPoolForm editable />
    </div>
  );
}
