import type { Portal, Product } from '@/lib/model/portalSite';

export interface ProductRow extends Product {
  /** those that include it, by name */
  portals: string[];
  /** what it is made of, in a few words */
  content: string;
  /** in the catalogue at `/`: only stages are */
  catalogue: 'Shown' | 'Not shown' | '';
}

/** @param apiNames by id */
export const productRows = (
  products: readonly Product[],
  portals: readonly Portal[],
  apiNames: ReadonlyMap<string, string>,
): ProductRow[] =>
  products.map((product) => ({
    ...product,
    portals: portals
      .filter(({ portalProductIds }) => portalProductIds.includes(product.portalProductId))
      .map(({ portalContent }) => portalContent.displayName),
    content: contentOf(product, apiNames),
    catalogue: product.stage ? (product.stage.published ? 'Shown' : 'Not shown') : '',
  }));

function contentOf({ stage, displayOrder }: Product, apiNames: ReadonlyMap<string, string>): string {
  const { overviewPageId, productPageIds, contents } = displayOrder;
  const pages = productPageIds.length + (overviewPageId === undefined ? 0 : 1);
  const endpoints = contents.flatMap((section) => section.productRestEndpointPageIds).length;
  return [
    stage && `${apiNames.get(stage.restApiId) ?? stage.restApiId} · ${stage.stageName}`,
    endpoints > 0 && counted(endpoints, 'endpoint'),
    pages > 0 && counted(pages, 'page'),
  ]
    .filter(Boolean)
    .join(', ');
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
