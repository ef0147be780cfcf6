import { expect, test, vi } from 'vitest';
import {
  basePathOf,
  isAskedOfPortal,
  isPreview,
  pathInPortal,
  portalHostHeader,
  portalOfHost,
  portalUrlOf,
} from './portalHost';

const own = 'https://gatehouse.example:8443';
const known: Record<string, string> = {
  'p-abc.apigw-portal.gatehouse.example': 'abc',
  'developers.example.com': 'own1',
};
const siteOfHost = async (hostname: string) => known[hostname];

test.each([
  ['p-abc.apigw-portal.gatehouse.example', 'abc'],
  ['P-ABC.apigw-portal.Gatehouse.Example.:8443', 'abc'],
  ['developers.example.com', 'own1'],
  ['developers.example.com:8443', 'own1'],
  ['p-gone.apigw-portal.gatehouse.example', '-'],
  ['p-abc.apigw-portal.elsewhere.example', '-'],
  ['gatehouse.example', undefined],
  ['gatehouse.internal', undefined],
  ['', undefined],
  [null, undefined],
  ['a host/with?more', undefined],
])('Host %j leads to portal %s', async (host, portalId) =>
  expect(await portalOfHost(host, own, siteOfHost)).toBe(portalId));

test.each([
  'localhost:3000',
  '127.0.0.1:3000',
  'gatehouse.example:8443',
  'GATEHOUSE.example',
])('nobody is asked about %s', async (host) => {
  const asked = vi.fn(siteOfHost);
  expect(await portalOfHost(host, own, asked)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
});

test.each([
  ['/', '/portals/abc'],
  ['/products/a', '/portals/abc/products/a'],
  ['/console', '/portals/abc/console'],
  ['/portals/other', '/portals/abc/portals/other'],
])('under a portal’s name %s is %s', (pathname, path) => expect(pathInPortal('abc', pathname)).toBe(path));

test('links are short under a portal’s own name alone', () => {
  const host = 'developers.example.com:8443';
  const named = new Headers({ [portalHostHeader]: 'abc', host });
  const other = new Headers({ [portalHostHeader]: 'other', host });
  expect([basePathOf('abc', named), portalUrlOf('abc', named, own)]).toEqual(['', `https://${host}`]);
  for (const headers of [other, new Headers({ host })])
    expect([basePathOf('abc', headers), portalUrlOf('abc', headers, own)]).toEqual([
      '/portals/abc',
      `${own}/portals/abc`,
    ]);
});

test.each([
  ['/portals/abc/preview/token', true],
  ['/portals/abc/preview/token/products/a', true],
  ['/portals/abc', false],
  ['/portals/abc/products/preview', false],
  ['/preview/token', false],
])('%s is a preview: %s', (pathname, is) => expect(isPreview(pathname)).toBe(is));

test.each([
  ['GET', '/', true],
  ['HEAD', '/products/a', true],
  ['POST', '/', false],
  ['POST', '/console', false],
  ['POST', '/tryst', false],
  ['POST', '/try/page1/pets', true],
  ['DELETE', '/try/page1/pets/7', true],
])('under a portal’s name %s %s is asked of the portal: %s', (method, pathname, is) =>
  expect(isAskedOfPortal(method, pathname)).toBe(is));
