import Link from 'next/link';
import type { SiteView } from './SiteView';
import { siteHref } from './sitePlace';

/** Logo and name lead home; whoever has signed in can sign out. */
export function SiteHeader({ view: { site, base, readerName } }: { view: SiteView }) {
  return (
    <header className="site-header border-b">
      <div className="flex min-h-14 w-full items-center gap-4 px-4 py-2 sm:px-6">
        <Link
          href={siteHref(base, { view: 'home' })}
          className="flex min-w-0 items-center gap-3 rounded-md font-semibold"
        >
          {/* biome-ignore lint/performance/noImgElement: a data: URL, which nothing could make smaller */}
          {site.logo && <img src={site.logo} alt="" className="h-8 w-auto max-w-40 object-contain" />}
          <span className="line-clamp-2 wrap-anywhere">{site.displayName}</span>
        </Link>
        {readerName !== undefined && (
          <p className="site-header-quiet ml-auto flex min-w-0 items-center gap-3 text-small">
            <span className="min-w-0 truncate max-sm:hidden">{readerName}</span>
            <a href={`${base}/sign-out`} className="shrink-0 rounded-md px-2 py-1">
              Sign out
            </a>
          </p>
        )}
      </div>
    </header>
  );
}
