import Link from 'next/link';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { SiteProduct } from '@/lib/model/portalSite';
import type { SiteView } from './SiteView';
import { searchProduct } from './searchProduct';
import { siteHref } from './sitePlace';

/** What of a product holds the words that were looked for. */
export function SearchResults(props: { view: SiteView; product: SiteProduct; search: string }) {
  const { view, product, search } = props;
  const hits = searchProduct(product, search);
  return (
    <section aria-labelledby="results" className="max-w-3xl space-y-4">
      <h1 id="results" className="wrap-anywhere font-semibold text-2xl tracking-tight">
        {hits.length === 0 ? 'Nothing' : `${hits.length} of ${product.displayName}`} for “{search}”
      </h1>
      {hits.length === 0 ? (
        <p className="text-muted">Titles, paths and texts of this product were searched. Try fewer words.</p>
      ) : (
        <ul className="divide-y border-y">
          {hits.map(({ place, title, method, excerpt }) => (
            <li key={siteHref(view.base, place)}>
              <Link
                href={siteHref(view.base, place)}
                className="-mx-3 block rounded-md px-3 py-3 hover:bg-hover"
              >
                <span className="flex flex-wrap items-center gap-x-2">
                  {method && <MethodBadge method={method} />}
                  <span className="wrap-anywhere font-medium text-accent-ink">{title}</span>
                </span>
                {excerpt && <span className="wrap-anywhere block text-muted text-small">{excerpt}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
