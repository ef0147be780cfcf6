import { expect, test } from 'vitest';
import { type SitePlace, siteHref, sitePlace } from './sitePlace';

const places: [href: string, place: SitePlace][] = [
  ['/portals/p1', { view: 'home' }],
  ['/portals/p1/products/a', { view: 'product', productId: 'a' }],
  ['/portals/p1/products/a/reference', { view: 'reference', productId: 'a' }],
  ['/portals/p1/products/a/pages/b', { view: 'page', productId: 'a', pageId: 'b' }],
  ['/portals/p1/products/a/endpoints/b', { view: 'endpoint', productId: 'a', endpointId: 'b' }],
];

test.each(places)('%s is read as it was written', (href, place) => {
  expect(siteHref('/portals/p1', place)).toBe(href);
  expect(sitePlace(href.split('/').slice(3))).toEqual(place);
});

test('under a host name of its own a portal begins at /', () => {
  expect(siteHref('', { view: 'home' })).toBe('/');
  expect(siteHref('', { view: 'product', productId: 'a' })).toBe('/products/a');
});

test.each([
  ['console'],
  ['products'],
  ['products/a/pages'],
  ['products/a/reference/more'],
  ['products/a/endpoints/b/c'],
  ['products/a/secrets/b'],
])('%s is no page', (path) => expect(sitePlace(path.split('/'))).toBeUndefined());
