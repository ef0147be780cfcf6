import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { UserPoolTable } from './_components/UserPoolTable';

export const metadata: Metadata = { title: 'User pools' };

export default async function UserPoolsPage() {
  const actor = await requireConsole();
  const pools = await control().userPools.list(actor);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/user-pools/new">Create user pool</Link>
    </Button>
  );
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="User pools"
        description="Directories of the people who call your APIs: they sign in on a hosted page, and an authorizer of the type COGNITO_USER_POOLS takes their tokens."
        actions={pools.length > 0 && create}
      />
      <UserPoolTable pools={pools} create={create} />
    </div>
  );
}
