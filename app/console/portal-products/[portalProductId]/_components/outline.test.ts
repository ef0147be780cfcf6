import { expect, test } from 'vitest';
import type { DisplayOrder, EndpointPage, ProductPage } from '@/lib/model/portalSite';
import { firstOf, outlineOf } from './outline';

const page = (productPageId: string): ProductPage => ({
  productPageId,
  title: productPageId,
  body: '#',
  lastModified: 0,
});
const endpoint = (productRestEndpointPageId: string): EndpointPage => ({
  productRestEndpointPageId,
  restApiId: 'api',
  stageName: 'dev',
  path: '/pets',
  method: 'GET',
  overrides: null,
  tryItState: 'ENABLED',
  endpoint: 'http://localhost/pets',
  body: '',
  rawBody: '',
  status: 'AVAILABLE',
  lastModified: 0,
});
const none: DisplayOrder = { productPageIds: [], contents: [] };

test('what the order names stands there; the rest are drafts; what is gone is left out', () => {
  const order: DisplayOrder = {
    overviewPageId: 'a',
    productPageIds: ['c', 'gone'],
    contents: [{ sectionName: 'Pets', productRestEndpointPageIds: ['2', 'gone'] }],
  };
  expect(outlineOf(order, ['a', 'b', 'c'].map(page), ['1', '2'].map(endpoint))).toEqual({
    overview: page('a'),
    pages: [page('c')],
    draftPages: [page('b')],
    sections: [{ sectionName: 'Pets', endpoints: [endpoint('2')] }],
    draftEndpoints: [endpoint('1')],
  });
});

test.each<[rule: string, order: DisplayOrder, pages: string[], endpoints: string[], first: string]>([
  ['the overview', { ...none, overviewPageId: 'b', productPageIds: ['a'] }, ['a', 'b'], [], 'page:b'],
  ['the first page', { ...none, productPageIds: ['a'] }, ['a'], ['1'], 'page:a'],
  [
    'an endpoint that is shown before a page that is not',
    { ...none, contents: [{ sectionName: 'Pets', productRestEndpointPageIds: ['1'] }] },
    ['a'],
    ['1'],
    'endpoint:1',
  ],
  ['a draft page', none, ['a'], ['1'], 'page:a'],
  ['a draft endpoint', none, [], ['1'], 'endpoint:1'],
  ['nothing', none, [], [], ''],
])('opens first: %s', (_, order, pages, endpoints, first) => {
  expect(firstOf(outlineOf(order, pages.map(page), endpoints.map(endpoint)))).toBe(first);
});
