import type { PortalSite } from '@/lib/model/portalSite';

/** A portal for one browser: what it shows, and where its pages lie. */
export interface SiteView {
  site: PortalSite;
  /** path below which its pages lie: '' under a host name of its own */
  base: string;
  /** base URL of the catalogue, for plans and keys; '' where it is on the same origin */
  catalogueUrl: string;
  /** ms since the epoch; of a preview, in which nothing is tried and nothing downloaded */
  previewUntil?: number;
  /** who has signed in to read it */
  readerName?: string;
}
