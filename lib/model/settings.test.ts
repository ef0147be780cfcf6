import { expect, test } from 'vitest';
import { egressEntry } from './settings';

test.each([
  ['backend', 'backend'],
  [' Backend.Internal.Example ', 'backend.internal.example'],
  ['backend:8080', 'backend:8080'],
  ['10.0.0.1', '10.0.0.1'],
  ['10.0.0.1:80', '10.0.0.1:80'],
  ['::1', '::1'],
  ['[fd00::1]:8080', '[fd00::1]:8080'],
  ['10.0.0.0/8', '10.0.0.0/8'],
  ['fd00::/8', 'fd00::/8'],
])('%j is taken as %s', (entry, taken) => {
  expect(egressEntry.parse(entry)).toBe(taken);
});

test.each([
  '',
  ' ',
  'http://backend',
  'backend/path',
  'user@backend',
  'back end',
  '*.example.com',
  'backend:0',
  'backend:65536',
  'backend:http',
  '10.0.0.256',
  '10.0.0.0/33',
  '10.0.0/8',
  'fd00::/129',
  '[backend]:80',
  '-backend',
  `${'a'.repeat(64)}.example`,
])('%j is refused', (entry) => {
  expect(egressEntry.safeParse(entry).success).toBe(false);
});
