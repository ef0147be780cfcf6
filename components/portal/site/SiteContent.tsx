import type { SiteProduct } from '@/lib/model/portalSite';
import { EndpointView } from './EndpointView';
import { findPlace } from './findPlace';
import { ProductFrame } from './ProductFrame';
import { ProductOverview } from './ProductOverview';
import { SearchResults } from './SearchResults';
import { SiteHome } from './SiteHome';
import { SiteTextPage } from './SiteTextPage';
import type { SiteView } from './SiteView';
import { StageReference } from './StageReference';
import type { SitePlace } from './sitePlace';

/** The page that a place names. Callers have seen by `findPlace` that it is there. */
export function SiteContent(props: { view: SiteView; place: SitePlace; search: string }) {
  const { view, place, search } = props;
  const found = findPlace(view.site, place);
  if (!found?.product) return <SiteHome view={view} />;
  const { product } = found;
  const isSearch = place.view === 'product' && search.trim() !== '';
  return (
    <ProductFrame view={view} product={product} place={place} search={search}>
      {isSearch ? (
        <SearchResults view={view} product={product} search={search.trim().slice(0, 200)} />
      ) : (
        <ProductPart view={view} product={product} found={found} />
      )}
    </ProductFrame>
  );
}

function ProductPart(props: {
  view: SiteView;
  product: SiteProduct;
  found: NonNullable<ReturnType<typeof findPlace>>;
}) {
  const { view, product, found } = props;
  if (found.endpoint) return <EndpointView view={view} endpoint={found.endpoint} />;
  if (found.page) return <SiteTextPage page={found.page} />;
  if (found.stage) return <StageReference view={view} product={product} stage={found.stage} />;
  return <ProductOverview view={view} product={product} />;
}
