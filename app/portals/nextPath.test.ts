import { expect, test } from 'vitest';
import { nextPath } from './nextPath';

test.each([
  ['/portals/p1', '/portals/p1', '/portals/p1'],
  ['/portals/p1/products/a?q=x', '/portals/p1', '/portals/p1/products/a?q=x'],
  ['/portals/p1?q=x', '/portals/p1', '/portals/p1?q=x'],
  ['/products/a', '', '/products/a'],
  ['/', '', '/'],
  [null, '/portals/p1', '/portals/p1'],
  [null, '', '/'],
  ['/console', '/portals/p1', '/portals/p1'],
  ['/portals/p12', '/portals/p1', '/portals/p1'],
  ['/portals/p1/../../console', '/portals/p1', '/portals/p1'],
  ['/portals/p1/%2e%2E/p2', '/portals/p1', '/portals/p1'],
  ['//evil.example', '', '/'],
  ['/\\evil.example', '', '/'],
  ['https://evil.example', '', '/'],
  ['/a\nb', '', '/'],
])('next=%j below %j goes on to %s', (next, base, path) => expect(nextPath(next, base)).toBe(path));
