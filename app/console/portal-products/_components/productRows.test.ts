import { expect, test } from 'vitest';
import type { Product } from '@/lib/model/portalSite';
import { productRows } from './productRows';

const product: Product = {
  portalProductId: 'p1',
  displayName: 'Pets',
  description: '',
  displayOrder: { productPageIds: [], contents: [] },
  lastModified: 0,
};
const stage = { kind: 'REST' as const, restApiId: 'api', stageName: 'dev', slug: 'pets', published: false };

test.each<[content: string, catalogue: string, change: Partial<Product>]>([
  ['', '', {}],
  [
    '1 endpoint, 2 pages',
    '',
    {
      displayOrder: {
        overviewPageId: 'a',
        productPageIds: ['b'],
        contents: [{ sectionName: 'Pets', productRestEndpointPageIds: ['1'] }],
      },
    },
  ],
  ['PetStore · dev', 'Not shown', { stage }],
  ['gone · dev', 'Shown', { stage: { ...stage, restApiId: 'gone', published: true } }],
])('%j, catalogue %j', (content, catalogue, change) => {
  expect(productRows([{ ...product, ...change }], [], new Map([['api', 'PetStore']]))).toMatchObject([
    { content, catalogue, portals: [] },
  ]);
});
