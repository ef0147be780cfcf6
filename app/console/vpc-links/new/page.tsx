import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { VpcLinkForm } from '../_components/VpcLinkForm';

export const metadata: Metadata = { title: 'Create VPC link' };

export default async function NewVpcLinkPage() {
  const actor = await requireConsole();
  if (!canEdit(actor)) {
    const back = (
      <Button asChild>
        <Link href="/console/vpc-links">VPC links</Link>
      </Button>
    );
    return (
      <Notice kind="denied" title="Creating a VPC link needs the role editor" actions={back}>
        An administrator can change your role.
      </Notice>
    );
  }
  return (
    <div className="grid max-w-3xl gap-4 p-5">
      <PageHeader title="Create VPC link" description="Integrations can name it once it exists." />
      <VpcLinkForm editable />
    </div>
  );
}
