'use client';

import { X } from 'lucide-react';
import Link from 'next/link';
import { namedPlaceHref } from '@/components/console/places';
import { Badge } from '@/components/ui/Badge';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { moveItem } from '@/components/ui/moveItem';
import { SortableRow } from '@/components/ui/SortableRow';
import { undoToast } from '@/components/ui/Toaster';
import { useSaved } from '@/components/ui/useSaved';
import { useSorting } from '@/components/ui/useSorting';
import type { Portal, Product } from '@/lib/model/portalSite';
import { updatePortal } from '../../actions';
import { AddProductMenu } from './AddProductMenu';

/** The portal's products in the order that its readers see; every change is saved at once. */
export function IncludedProducts(props: { portal: Portal; products: Product[]; editable: boolean }) {
  const { products, editable } = props;
  const { portalId, portalProductIds } = props.portal;
  const [ids, save] = useSaved(
    portalProductIds,
    (next) => ({ portalId, input: { portalProductIds: next } }),
    updatePortal,
  );
  const sorting = useSorting([{ id: 'included', items: ids }], (item, to) => {
    const [group] = moveItem([{ id: 'included', items: ids }], item, to);
    save([...(group?.items ?? ids)]);
  });
  const nameOf = (id: string) =>
    products.find(({ portalProductId }) => portalProductId === id)?.displayName ?? id;
  const remove = (id: string) => {
    save(ids.filter((each) => each !== id));
    undoToast(`${nameOf(id)} left the portal`, () => save(ids));
  };
  const add = editable && (
    <AddProductMenu
      products={products.filter(({ portalProductId }) => !ids.includes(portalProductId))}
      onAdd={(id) => save([...ids, id])}
    />
  );
  if (ids.length === 0)
    return (
      <div className="max-w-3xl">
        <EmptyState title="No product in this portal" actions={add || undefined}>
          Readers see a portal’s products, each with its pages and endpoints. The same product may stand in
          several portals.
        </EmptyState>
      </div>
    );
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-muted">In this order, once the portal is published.</p>
        {add}
      </div>
      <ul aria-label="Products of the portal" className="divide-y rounded-md border">
        {ids.map((id, index) => {
          const content = (
            <ProductLine id={id} product={products.find((each) => each.portalProductId === id)} />
          );
          if (!editable)
            return (
              <li key={id} className="flex items-center px-3 py-2">
                {content}
              </li>
            );
          return (
            <SortableRow
              key={id}
              sorting={sorting}
              item={id}
              place={{ group: 'included', index }}
              name={nameOf(id)}
              className="gap-2 px-2 py-1.5"
            >
              {content}
              <IconButton label={`Remove ${nameOf(id)} from the portal`} onClick={() => remove(id)}>
                <X />
              </IconButton>
            </SortableRow>
          );
        })}
      </ul>
    </div>
  );
}

function ProductLine({ id, product }: { id: string; product: Product | undefined }) {
  if (!product) return <span className="min-w-0 flex-1 text-muted">{id}, which was deleted</span>;
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
      <Link
        href={namedPlaceHref({ kind: 'product', id })}
        draggable={false}
        className="min-w-0 truncate font-medium hover:underline"
        title={product.displayName}
      >
        {product.displayName}
      </Link>
      {product.stage && <Badge>Stage {product.stage.stageName}</Badge>}
      {product.description && (
        <span className="w-full truncate text-muted text-small">{product.description}</span>
      )}
    </span>
  );
}
