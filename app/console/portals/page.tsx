import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { CreatePortalButton } from './_components/CreatePortalButton';
import { PortalTable } from './_components/PortalTable';
import { readReaderPools } from './readReaderPools';

export const metadata: Metadata = { title: 'Portals' };

export default async function PortalsPage() {
  const actor = await requireConsole();
  const [portals, products, pools] = await Promise.all([
    control().portals.list(actor),
    control().portals.products.list(actor),
    readReaderPools(actor),
  ]);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Portals"
        description="Sites that show your APIs to those who call them: each with its products, its colours, its address and its readers. What readers see changes when you publish."
        actions={canEdit(actor) && portals.length > 0 && <CreatePortalButton />}
      />
      <PortalTable portals={portals} products={products} pools={pools} editable={canEdit(actor)} />
    </div>
  );
}
