import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { ProductTable } from './_components/ProductTable';

export const metadata: Metadata = { title: 'Portal' };

export default async function PortalProductsPage() {
  const actor = await requireConsole();
  const [products, restApis, apis] = await Promise.all([
    control().portal.products(actor),
    control().restApis.list(actor),
    control().apis.list(actor),
  ]);
  const names = Object.fromEntries([
    ...restApis.map(({ id, name }) => [id, name]),
    ...apis.map(({ apiId, name }) => [apiId, name]),
  ]);
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader title="Portal" description="Stages that have a page in the developer portal." />
      <ProductTable products={products} apiNames={names} editable={canEdit(actor)} />
    </div>
  );
}
