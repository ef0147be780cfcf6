import Link from 'next/link';
import { Markdown } from '@/components/portal/Markdown';
import { CopyButton } from '@/components/ui/CopyButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { SiteProduct } from '@/lib/model/portalSite';
import type { SiteView } from './SiteView';
import { siteHref } from './sitePlace';

/** A product's first page: what its owner wrote about it, and its endpoints by section. */
export function ProductOverview({ view, product }: { view: SiteView; product: SiteProduct }) {
  const { displayName, description, overview, sections, stage, pages } = product;
  const isEmpty = !overview && !stage && pages.length === 0 && sections.length === 0;
  return (
    <article className="max-w-3xl space-y-8">
      <header className="space-y-2">
        <h1 className="wrap-anywhere font-semibold text-3xl tracking-tight">{displayName}</h1>
        {description && <p className="wrap-anywhere whitespace-pre-line text-muted">{description}</p>}
        {stage && <StageLinks view={view} product={product} />}
      </header>
      {overview && <Markdown text={overview.body} />}
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and their order is fixed
        <section key={index} aria-labelledby={`section-${index}`} className="space-y-2">
          <h2 id={`section-${index}`} className="wrap-anywhere font-semibold text-xl">
            {section.sectionName}
          </h2>
          <Endpoints view={view} product={product} endpoints={section.endpoints} />
        </section>
      ))}
      {isEmpty && <p className="text-muted">This product shows no pages yet.</p>}
    </article>
  );
}

/** Where a whole stage is called, read about, and where its keys are had. */
function StageLinks({ view, product }: { view: SiteView; product: SiteProduct }) {
  const { portalProductId: productId, stage } = product;
  if (!stage) return null;
  const { slug, kind, socket, invokeUrl } = stage;
  // Plans count calls by keys, which HTTP APIs do not know.
  const hasPlans = kind === 'REST' || socket?.connect.apiKeyRequired === true;
  return (
    <div className="space-y-2">
      <CopyButton value={invokeUrl} what={socket ? 'connect URL' : 'base URL'} showValue className="-ml-1" />
      <p className="flex flex-wrap gap-x-5">
        <Link
          href={siteHref(view.base, { view: 'reference', productId })}
          className="text-accent-ink underline"
        >
          Reference
        </Link>
        {slug && hasPlans && (
          <a href={`${view.catalogueUrl}/apis/${slug}/plans`} className="text-accent-ink underline">
            Plans and keys
          </a>
        )}
      </p>
    </div>
  );
}

function Endpoints(props: {
  view: SiteView;
  product: SiteProduct;
  endpoints: SiteProduct['sections'][number]['endpoints'];
}) {
  const { view, product, endpoints } = props;
  if (endpoints.length === 0) return <p className="text-muted">This section has no endpoints yet.</p>;
  return (
    <ul className="divide-y border-y">
      {endpoints.map(({ productRestEndpointPageId: endpointId, method, path, operationName }) => (
        <li key={endpointId}>
          <Link
            href={siteHref(view.base, { view: 'endpoint', productId: product.portalProductId, endpointId })}
            className="-mx-3 flex flex-wrap items-center gap-x-3 rounded-md px-3 py-2 hover:bg-hover"
          >
            <MethodBadge method={method} />
            <code className="wrap-anywhere font-mono text-small">{path}</code>
            {operationName && <span className="wrap-anywhere text-muted text-small">{operationName}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
