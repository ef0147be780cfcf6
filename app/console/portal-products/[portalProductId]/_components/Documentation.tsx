'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { leaving } from '@/components/ui/leaving';
import { useSaved } from '@/components/ui/useSaved';
import { useUrlState } from '@/components/ui/useUrlState';
import type { EndpointPage, Product, ProductPage } from '@/lib/model/portalSite';
import { updateProduct } from '../../actions';
import { AddEndpointsDrawer } from './AddEndpointsDrawer';
import { OutlinePane } from './OutlinePane';
import { endpointName, firstOf, outlineOf } from './outline';
import { PageView } from './PageView';

export interface ApiChoice {
  id: string;
  name: string;
  stageNames: string[];
}

/**
 * A product's pages: their order on the left, the one that `?at=` names beside it. `?add=1` opens the choice of
 * endpoints. On a phone the order folds away.
 */
export function Documentation(props: {
  product: Product;
  pages: ProductPage[];
  endpoints: EndpointPage[];
  apis: ApiChoice[];
  editable: boolean;
}) {
  const { product, pages, endpoints, apis, editable } = props;
  const { portalProductId } = product;
  const [order, saveOrder] = useSaved(
    product.displayOrder,
    (displayOrder) => ({ portalProductId, input: { displayOrder } }),
    updateProduct,
  );
  const [at, setAt] = useUrlState('at', '', { push: true });
  const [add, setAdd] = useUrlState('add');
  const [unfolded, setUnfolded] = useState(false);
  const outline = outlineOf(order, pages, endpoints);
  const shown = at === '' ? firstOf(outline) : at;
  const go = (next: string) => {
    setAt(next);
    setUnfolded(false);
  };
  const open = (next: string) => {
    if (next !== shown) leaving.leave(() => go(next));
  };
  return (
    <div className="flex flex-col md:h-[calc(100dvh-132px)] md:flex-row">
      <div className="flex shrink-0 flex-col border-b md:w-[352px] md:border-r md:border-b-0">
        <button
          type="button"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
          className="flex h-11 items-center gap-2 px-4 text-left md:hidden"
        >
          <span className="sr-only">Page:</span>
          <span className="min-w-0 flex-1 truncate">{titleOf(shown, pages, endpoints)}</span>
          <ChevronDown className={cn('size-4 shrink-0 text-muted', unfolded && 'rotate-180')} aria-hidden />
        </button>
        <div className={cn('flex min-h-0 flex-1 flex-col', !unfolded && 'max-md:hidden')}>
          <OutlinePane
            portalProductId={portalProductId}
            outline={outline}
            order={order}
            onOrder={saveOrder}
            shown={shown}
            onOpen={open}
            onGone={() => go('')}
            onAddEndpoints={() => setAdd('1')}
            editable={editable}
          />
        </div>
      </div>
      <div className="min-w-0 flex-1 md:overflow-y-auto">
        <PageView
          key={shown}
          at={shown}
          portalProductId={portalProductId}
          pages={pages}
          endpoints={endpoints}
          apis={apis}
          order={order}
          onOpen={go}
          onAddEndpoints={() => setAdd('1')}
          editable={editable}
        />
      </div>
      {editable && add === '1' && (
        <AddEndpointsDrawer
          portalProductId={portalProductId}
          apis={apis}
          endpoints={endpoints}
          sectionNames={order.contents.map(({ sectionName }) => sectionName)}
          onClose={() => setAdd('')}
          onAdded={(first) => {
            setAdd('');
            go(`endpoint:${first}`);
          }}
        />
      )}
    </div>
  );
}

function titleOf(at: string, pages: ProductPage[], endpoints: EndpointPage[]): string {
  const [, id] = at.split(':');
  const endpoint = endpoints.find(({ productRestEndpointPageId }) => productRestEndpointPageId === id);
  if (endpoint) return `${endpoint.method} ${endpointName(endpoint)}`;
  return pages.find(({ productPageId }) => productPageId === id)?.title ?? 'Pages and endpoints';
}
