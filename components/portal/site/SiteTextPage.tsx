import { Markdown } from '@/components/portal/Markdown';
import type { SitePage } from '@/lib/model/portalSite';

/** A page that the product's owner wrote. */
export function SiteTextPage({ page: { title, body } }: { page: SitePage }) {
  return (
    <article className="max-w-3xl space-y-6">
      <h1 className="wrap-anywhere font-semibold text-3xl tracking-tight">{title}</h1>
      <Markdown text={body} />
    </article>
  );
}
