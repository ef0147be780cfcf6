'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { Badge } from '@/components/ui/Badge';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { PortalProduct } from '@/lib/model/portal';
import { deleteProduct, saveProduct } from '../actions';

/** Every portal page; a deleted one can be put back at once. */
export function ProductTable(props: {
  products: PortalProduct[];
  apiNames: Record<string, string>;
  editable: boolean;
}) {
  const router = useRouter();
  const remove = useAction(deleteProduct, { announce: true });
  const restore = useAction(saveProduct, { announce: true });
  const drop = async ({ id, lastModified: _, ...input }: PortalProduct) => {
    if (!(await remove.run({ productId: id }))) return;
    const undo = () => void restore.run({ productId: null, input }).then(() => router.refresh());
    toast(`${input.displayName} left the portal`, { action: { label: 'Undo', onClick: undo } });
    router.refresh();
  };
  const columns: Column<PortalProduct>[] = [
    { id: 'name', header: 'Name', width: '220px', value: (product) => product.displayName },
    {
      id: 'state',
      header: 'State',
      width: '110px',
      value: (product) => (product.published ? 'Published' : 'Draft'),
      cell: (product) => (product.published ? <Badge tone="success">Published</Badge> : <Badge>Draft</Badge>),
    },
    {
      id: 'api',
      header: 'API',
      width: '180px',
      value: (product) => props.apiNames[product.restApiId] ?? product.restApiId,
    },
    { id: 'stage', header: 'Stage', width: '100px', value: (product) => product.stageName },
    { id: 'address', header: 'Address', width: '200px', value: (product) => `/apis/${product.slug}` },
    {
      id: 'changed',
      header: 'Changed',
      width: '130px',
      value: (product) => product.lastModified,
      cell: (product) => <RelativeTime time={product.lastModified} />,
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '80px',
      value: () => null,
      cell: (product) =>
        props.editable && (
          <IconButton
            label={`Delete the page of ${product.displayName}`}
            onClick={(event) => {
              event.stopPropagation();
              void drop(product);
            }}
          >
            <Trash2 />
          </IconButton>
        ),
    },
  ];
  return (
    <DataTable
      label="Portal pages"
      rows={props.products}
      columns={columns}
      rowKey={(product) => product.id}
      onOpen={(product) => router.push(`/console/apis/${product.restApiId}/portal`)}
      empty={<EmptyState>No stage has a portal page yet. Write one on the Portal tab of an API.</EmptyState>}
    />
  );
}
