import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../../canEdit';
import { BackLink } from '../_components/BackLink';
import { Denied } from '../_components/Denied';
import { identityHref } from '../_components/identityHref';
import { PolicyForm } from '../_components/PolicyForm';
import { templateApis } from '../_components/templateApis';

export const metadata: Metadata = { title: 'Create policy' };

export default async function CreatePolicyPage() {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) return <Denied />;
  const policies = await control().identity.policies(actor);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 p-5">
      <div className="grid gap-1">
        <BackLink href={identityHref.policies}>Policies</BackLink>
        <PageHeader
          title="Create policy"
          description="A managed policy, which is attached to users afterwards."
        />
      </div>
      <PolicyForm taken={policies.map(({ policyName }) => policyName)} apis={await templateApis(actor)} />
    </div>
  );
}
