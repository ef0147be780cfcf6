'use client';

import { useRouter } from 'next/navigation';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { useUrlState } from '@/components/ui/useUrlState';
import { CreateProductButton } from './CreateProductButton';
import { CreateProductDialog } from './CreateProductDialog';
import { productColumns } from './productColumns';
import type { ProductRow } from './productRows';

/** All products; Enter or a click opens one, `?create=1` the dialog of a new one. */
export function ProductTable({ rows, editable }: { rows: ProductRow[]; editable: boolean }) {
  const router = useRouter();
  const [create, setCreate] = useUrlState('create');
  return (
    <>
      <DataTable
        label="Portal products"
        rows={rows}
        columns={productColumns}
        rowKey={({ portalProductId }) => portalProductId}
        rowHref={({ portalProductId }) => `/console/portal-products/${portalProductId}`}
        initialSort="name.asc"
        empty={
          <EmptyState title="No portal product yet" actions={editable && <CreateProductButton />}>
            A product gathers endpoints and pages for its readers. The Portal tab of an API makes one of a
            whole stage.
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <CreateProductDialog
          onClose={() => setCreate('')}
          onMade={(id) => {
            setCreate('');
            router.push(`/console/portal-products/${id}`);
          }}
        />
      )}
    </>
  );
}
