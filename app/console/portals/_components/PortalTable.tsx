'use client';

import { useRouter } from 'next/navigation';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Portal, Product } from '@/lib/model/portalSite';
import type { ReaderPool } from '../readReaderPools';
import { CreatePortalButton } from './CreatePortalButton';
import { CreatePortalDialog } from './CreatePortalDialog';
import { portalColumns } from './portalColumns';

/** All portals; Enter or a click opens one, `?create=1` the dialog of a new one. */
export function PortalTable(props: {
  portals: Portal[];
  products: Product[];
  pools: ReaderPool[];
  editable: boolean;
}) {
  const { portals, products, editable } = props;
  const router = useRouter();
  const [create, setCreate] = useUrlState('create');
  const names = new Map(
    products.map(({ portalProductId, displayName }) => [portalProductId, displayName] as const),
  );
  return (
    <>
      <DataTable
        label="Portals"
        rows={portals}
        columns={portalColumns(names)}
        rowKey={({ portalId }) => portalId}
        rowHref={({ portalId }) => `/console/portals/${portalId}`}
        initialSort="name.asc"
        empty={
          <EmptyState title="No portal yet" actions={editable && <CreatePortalButton />}>
            A portal shows products: pages that you write and endpoints of your stages. It is on the web once
            you publish it.
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <CreatePortalDialog
          products={products}
          pools={props.pools}
          onClose={() => setCreate('')}
          onMade={(portalId) => {
            setCreate('');
            router.push(`/console/portals/${portalId}`);
          }}
        />
      )}
    </>
  );
}
