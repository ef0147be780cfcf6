import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { CreateProductButton } from './_components/CreateProductButton';
import { ProductTable } from './_components/ProductTable';
import { productRows } from './_components/productRows';

export const metadata: Metadata = { title: 'Portal products' };

export default async function PortalProductsPage() {
  const actor = await requireConsole();
  const [products, portals, restApis, apis] = await Promise.all([
    control().portals.products.list(actor),
    control().portals.list(actor),
    control().restApis.list(actor),
    control().apis.list(actor),
  ]);
  const apiNames = new Map([
    ...restApis.map(({ id, name }) => [id, name] as const),
    ...apis.map(({ apiId, name }) => [apiId, name] as const),
  ]);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="Portal products"
        description="What portals show: endpoints of your REST APIs with pages that you write, or a whole stage, which may stand in the catalogue too."
        actions={canEdit(actor) && products.length > 0 && <CreateProductButton />}
      />
      <ProductTable rows={productRows(products, portals, apiNames)} editable={canEdit(actor)} />
    </div>
  );
}
