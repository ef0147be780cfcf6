import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../../canEdit';
import { Denied } from '../_components/Denied';
import { IdentityHeader } from '../_components/IdentityHeader';
import { identityHref } from '../_components/identityHref';
import { PolicyTable } from '../_components/PolicyTable';

export const metadata: Metadata = { title: 'Policies' };

export default async function PoliciesPage() {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return <Denied />;
  const policies = await control().identity.policies(actor);
  return (
    <div className="grid gap-4 p-5">
      <IdentityHeader
        description="Managed policies say what their users may do. AWS's own are built in."
        actions={
          <Button asChild variant="primary">
            <Link href={identityHref.createPolicy}>Create policy</Link>
          </Button>
        }
      />
      <PolicyTable policies={policies} />
    </div>
  );
}
