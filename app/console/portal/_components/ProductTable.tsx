'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { toast } from 'sonner';
import { apiHref } from '@/components/console/places';
import { kindWord } from '@/components/portal/kindWord';
import { Badge } from '@/components/ui/Badge';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { timeColumn } from '@/components/ui/timeColumn';
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
  const drop = async ({ id, lastModified: _, kind: _kind, ...input }: PortalProduct) => {
    if (!(await remove.run({ productId: id }))) return;
    const undo = () => void restore.run({ productId: null, input }).then(() => router.refresh());
    toast(`${input.displayName} left the portal`, { action: { label: 'Undo', onClick: undo } });
    router.refresh();
  };
  const apiName = (product: PortalProduct) => props.apiNames[product.restApiId] ?? product.restApiId;
  const columns: Column<PortalProduct>[] = [
    {
      id: 'name',
      header: 'Name',
      text: (product) => product.displayName,
      cell: (product) => product.displayName,
      fixed: true,
    },
    {
      id: 'state',
      header: 'State',
      text: (product) => (product.published ? 'Published' : 'Draft'),
      cell: (product) => (product.published ? <Badge tone="success">Published</Badge> : <Badge>Draft</Badge>),
    },
    {
      id: 'api',
      header: 'API',
      text: apiName,
      cell: apiName,
    },
    {
      id: 'kind',
      header: 'Kind',
      text: ({ kind }) => kindWord[kind],
      cell: ({ kind }) => kindWord[kind],
    },
    {
      id: 'stage',
      header: 'Stage',
      text: (product) => product.stageName,
      cell: (product) => product.stageName,
    },
    {
      id: 'address',
      header: 'Address',
      text: (product) => `/apis/${product.slug}`,
      cell: (product) => `/apis/${product.slug}`,
    },
    timeColumn('changed', 'Changed', (product) => product.lastModified),
    {
      id: 'actions',
      header: 'Actions',
      width: '11ch',
      fixed: true,
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
      rowHref={({ kind, restApiId }) => `${apiHref({ id: restApiId, kind })}/portal`}
      empty={<EmptyState title="No portal page yet">Write one on the Portal tab of an API.</EmptyState>}
    />
  );
}
