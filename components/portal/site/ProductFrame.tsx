import { Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SiteProduct } from '@/lib/model/portalSite';
import { ProductNavigation } from './ProductNavigation';
import type { SiteView } from './SiteView';
import { type SitePlace, siteHref } from './sitePlace';

/** A product's pages: its contents at the side, or behind a button where the screen is narrow. */
export function ProductFrame(props: {
  view: SiteView;
  product: SiteProduct;
  place: SitePlace;
  search: string;
  children: ReactNode;
}) {
  const { view, product, place, search, children } = props;
  const navigation = (id: 'narrow' | 'wide') => (
    <ProductNavigation id={id} view={view} product={product} place={place} search={search} />
  );
  return (
    <div className="grid w-full flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[17rem_minmax(0,1fr)] lg:content-stretch">
      <details
        // Made anew on each page, so that it is shut after a choice.
        key={siteHref(view.base, place)}
        className="site-navigation border-b lg:hidden"
      >
        <summary className="flex cursor-pointer items-center gap-2 px-4 py-3 font-medium sm:px-6">
          <Menu className="size-4" aria-hidden />
          <span className="min-w-0 truncate">Contents of {product.displayName}</span>
        </summary>
        <div className="px-4 pb-4 sm:px-6">{navigation('narrow')}</div>
      </details>
      <div className="site-navigation border-r max-lg:hidden">
        <div className="sticky top-0 max-h-dvh overflow-y-auto px-4 py-6">{navigation('wide')}</div>
      </div>
      <main id="content" className="w-full min-w-0 max-w-6xl px-4 py-8 sm:px-6 lg:px-10">
        {children}
      </main>
    </div>
  );
}
