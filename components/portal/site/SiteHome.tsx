import Link from 'next/link';
import { kindWord } from '@/components/portal/kindWord';
import { Badge } from '@/components/ui/Badge';
import type { SiteProduct } from '@/lib/model/portalSite';
import type { SiteView } from './SiteView';
import { siteHref } from './sitePlace';

/** A portal's first page: what it is, and its products. */
export function SiteHome({ view }: { view: SiteView }) {
  const { displayName, description, products } = view.site;
  return (
    <main id="content" className="mx-auto w-full max-w-4xl flex-1 space-y-10 px-4 py-10 sm:px-6 sm:py-14">
      <header className="space-y-3">
        <h1 className="wrap-anywhere font-semibold text-3xl tracking-tight">{displayName}</h1>
        {description && (
          <p className="wrap-anywhere max-w-[65ch] whitespace-pre-line text-muted">{description}</p>
        )}
      </header>
      <section aria-labelledby="products" className="space-y-2">
        <h2 id="products" className="font-semibold text-xl">
          Products
        </h2>
        {products.length === 0 ? (
          <p className="text-muted">No product is shown here yet.</p>
        ) : (
          <ul className="divide-y border-y">
            {products.map((product) => (
              <ProductLine key={product.portalProductId} base={view.base} product={product} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

function ProductLine({ base, product }: { base: string; product: SiteProduct }) {
  const { portalProductId: productId, displayName, description, stage } = product;
  return (
    <li>
      <Link
        href={siteHref(base, { view: 'product', productId })}
        className="-mx-3 block rounded-md px-3 py-4 hover:bg-hover"
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="wrap-anywhere font-medium text-accent-ink">{displayName}</span>
          {stage && stage.kind !== 'REST' && <Badge>{kindWord[stage.kind]}</Badge>}
          <span className="text-muted text-small">{contents(product)}</span>
        </span>
        {description && <span className="wrap-anywhere line-clamp-3 block text-muted">{description}</span>}
      </Link>
    </li>
  );
}

function contents({ pages, sections, stage }: SiteProduct): string {
  const endpoints = sections.reduce((sum, section) => sum + section.endpoints.length, 0);
  const parts = [count(endpoints, 'endpoint'), count(pages.length, 'page'), stage ? 'Reference' : ''];
  return parts.filter(Boolean).join(' · ');
}

const count = (number: number, word: string) =>
  number === 0 ? '' : `${number} ${word}${number === 1 ? '' : 's'}`;
