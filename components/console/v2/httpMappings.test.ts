import { expect, test } from 'vitest';
import { readHttpMappings, writeHttpMappings } from './httpMappings';

test.each([
  ['append:header.X-Tenant', '$context.authorizer.tenant'],
  ['overwrite:querystring.page.size', '$request.querystring.size'],
  ['overwrite:path', '$request.path'],
  ['overwrite:statuscode', '201'],
  ['remove:header.X-Trace', "''"],
])('%s is read and written as it was', (key, value) => {
  expect(writeHttpMappings(readHttpMappings({ [key]: value }))).toEqual({ [key]: value });
});

test('a row without a name is no mapping; a path needs none', () => {
  const rows = [
    { operation: 'append' as const, place: 'header', name: '', value: 'x' },
    { operation: 'append' as const, place: 'path', name: '', value: '$request.path' },
  ];
  expect(writeHttpMappings(rows)).toEqual({ 'overwrite:path': '$request.path' });
});
