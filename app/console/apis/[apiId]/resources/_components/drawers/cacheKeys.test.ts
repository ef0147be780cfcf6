import { expect, test } from 'vitest';
import { callerKeys, keysAfterMapping, withCacheKey } from './cacheKeys';

const page = 'integration.request.querystring.page';
const size = 'integration.request.querystring.size';
const declared = 'method.request.querystring.page';
const mapping = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, declared]));

test.each([
  ['stays while other mappings come', mapping(page), mapping(page, size), [declared, page]],
  ['goes with its mapping', mapping(page, size), mapping(size), [declared]],
  ['follows its mapping to another name', mapping(page), mapping(size), [declared, size]],
  ['is gone while its mapping has no name', mapping(page), mapping(), [declared]],
])('a cache key %s', (_, before, after, keys) => {
  expect(keysAfterMapping([declared, page], before, after)).toEqual(keys);
});

test('a key is there once', () => {
  expect(withCacheKey([page], page, true)).toEqual([page]);
  expect(withCacheKey([page, size], page, false)).toEqual([size]);
});

test('keys that nothing declares stay in sight', () => {
  expect(callerKeys([page, 'method.request.header.Accept'], [declared], mapping(page))).toEqual([
    declared,
    'method.request.header.Accept',
  ]);
});
