import type { CSSProperties, ReactNode } from 'react';
import { PreviewBar } from './PreviewBar';
import { SiteHeader } from './SiteHeader';
import type { SiteView } from './SiteView';
import { siteTheme } from './siteTheme';
import './site.css';

/** What every page of a portal has around it, in the portal's own colours. */
export function SiteFrame({ view, children }: { view: SiteView; children: ReactNode }) {
  const { scheme, variables } = siteTheme(view.site.theme);
  return (
    <div
      data-density="roomy"
      className={`site ${scheme} flex min-h-dvh flex-col bg-canvas text-ink`}
      style={variables as CSSProperties}
    >
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-canvas focus:p-3">
        Skip to content
      </a>
      {view.previewUntil !== undefined && <PreviewBar until={view.previewUntil} />}
      <SiteHeader view={view} />
      {children}
    </div>
  );
}
