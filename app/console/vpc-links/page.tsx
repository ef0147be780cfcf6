import type { Metadata } from 'next';
import Link from 'next/link';
import { requireConsole } from '@/app/currentActor';
import { Button } from '@/components/ui/Button';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { VpcLinkTable } from './_components/VpcLinkTable';

export const metadata: Metadata = { title: 'VPC links' };

export default async function VpcLinksPage() {
  const actor = await requireConsole();
  const links = await control().vpcLinks.list(actor);
  const create = canEdit(actor) && (
    <Button asChild variant="primary">
      <Link href="/console/vpc-links/new">Create VPC link</Link>
    </Button>
  );
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="VPC links"
        description="The way of private integrations to their backends. AWS points a link at a load balancer; here the link is the load balancer."
        actions={links.length > 0 && create}
      />
      <VpcLinkTable links={links} create={create} />
    </div>
  );
}
