import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { DomainNameTable } from './_components/DomainNameTable';
import { domainNameRows } from './_components/domainNameRows';

export const metadata: Metadata = { title: 'Custom domain names' };

export default async function DomainNamesPage() {
  const actor = await requireConsole();
  const { domainNames } = control();
  const [names, mappings] = await Promise.all([domainNames.list(actor), domainNames.mappingsOfAll(actor)]);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Custom domain names"
        description="Names of your own in place of an API's id. A call with such a name as its Host goes to the API that its base path, or a routing rule, leads to, at once and without a deployment."
      />
      <DomainNameTable rows={domainNameRows(names, mappings)} editable={canEdit(actor)} />
    </div>
  );
}
