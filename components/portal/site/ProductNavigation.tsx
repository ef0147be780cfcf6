import Link from 'next/link';
import type { ReactNode } from 'react';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { SiteEndpoint, SiteProduct } from '@/lib/model/portalSite';
import { SiteSearch } from './SiteSearch';
import type { SiteView } from './SiteView';
import { type SitePlace, siteHref } from './sitePlace';

/** A product's contents in its owner's order: overview, pages, sections with endpoints, reference. */
export function ProductNavigation(props: {
  /** told apart: the page has it twice, of which one shows */
  id: 'narrow' | 'wide';
  view: SiteView;
  product: SiteProduct;
  place: SitePlace;
  search: string;
}) {
  const { id, view, product, place, search } = props;
  const { portalProductId: productId, pages, sections, stage } = product;
  const here = siteHref(view.base, place);
  const item = (to: SitePlace, label: ReactNode) => (
    <Item href={siteHref(view.base, to)} here={here}>
      {label}
    </Item>
  );
  return (
    <nav aria-label={`Contents of ${product.displayName}`} className="space-y-5 text-small">
      <SiteSearch
        action={siteHref(view.base, { view: 'product', productId })}
        initial={search}
        live={id === 'wide'}
      />
      <ul className="space-y-0.5">
        {item({ view: 'product', productId }, product.overview?.title ?? 'Overview')}
        {pages.map(({ productPageId: pageId, title }) => (
          <Item key={pageId} href={siteHref(view.base, { view: 'page', productId, pageId })} here={here}>
            {title}
          </Item>
        ))}
        {stage && item({ view: 'reference', productId }, 'Reference')}
      </ul>
      {sections.map((section, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and their order is fixed
          key={index}
          aria-labelledby={`${id}-section-${index}`}
        >
          <h2 id={`${id}-section-${index}`} className="wrap-anywhere px-2 pb-1 font-medium">
            {section.sectionName}
          </h2>
          <ul className="space-y-0.5">
            {section.endpoints.map((endpoint) => (
              <Item
                key={endpoint.productRestEndpointPageId}
                href={siteHref(view.base, {
                  view: 'endpoint',
                  productId,
                  endpointId: endpoint.productRestEndpointPageId,
                })}
                here={here}
              >
                <EndpointLabel endpoint={endpoint} />
              </Item>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Item({ href, here, children }: { href: string; here: string; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={href === here ? 'page' : undefined}
        className="wrap-anywhere flex items-start gap-2 px-2 py-1.5"
      >
        {children}
      </Link>
    </li>
  );
}

function EndpointLabel({ endpoint: { method, path, operationName } }: { endpoint: SiteEndpoint }) {
  return (
    <>
      <MethodBadge method={method} className="mt-px" />
      <span className={operationName ? 'min-w-0' : 'min-w-0 font-mono'}>{operationName || path}</span>
    </>
  );
}
