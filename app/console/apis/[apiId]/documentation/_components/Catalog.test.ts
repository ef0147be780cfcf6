import { describe, expect, test } from 'vitest';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import type { DocumentedEntity } from '@/lib/model/documentedEntities';
import { Catalog } from './Catalog';
import { entityRows, foldedAtFirst, wayTo } from './tree/entityRows';
import { type EntityNode, entityTree } from './tree/entityTree';
import { treeFilter } from './tree/treeFilter';
import { locationIn } from './useLocation';

const get = { path: '/pets/{id}', method: 'GET' };
const entity = (location: DocumentationPartLocation, said = {}): DocumentedEntity => ({ location, said });
const entities = [
  entity({ type: 'API' }, { description: 'Pets' }),
  entity({ type: 'RESOURCE', path: '/' }),
  entity({ type: 'RESOURCE', path: '/pets' }),
  entity({ type: 'RESOURCE', path: '/pets/{id}' }),
  entity({ type: 'METHOD', ...get }),
  entity({ type: 'PATH_PARAMETER', ...get, name: 'id' }),
  entity({ type: 'RESPONSE', ...get, statusCode: '404' }),
  entity({ type: 'RESPONSE_BODY', ...get, statusCode: '404' }),
  entity({ type: 'MODEL', name: 'Pet' }),
];
const part = (location: DocumentationPartLocation, description = 'words') => ({
  id: locationKey(location),
  location,
  properties: JSON.stringify({ description }),
});
const shared = { type: 'RESPONSE', path: '/', method: '*', statusCode: '404' } as const;
const catalog = new Catalog(entities, [part({ type: 'METHOD', ...get }), part(shared, 'No such thing')]);
const roots = entityTree(catalog);
const lines = (folded: string[] = [], matches?: (node: EntityNode) => boolean) =>
  entityRows(roots, new Set(folded), matches).map(({ depth, node }) => `${'  '.repeat(depth)}${node.label}`);

test('the tree: methods below their resource, what they have below them, models and shared parts apart', () => {
  expect(lines()).toEqual([
    'API',
    '/',
    '  /pets',
    '    /{id}',
    '      GET',
    '        id',
    '        404',
    '          Response body',
    'Models',
    '  Pet',
    'Shared by several',
    '  Response 404 of every method below /',
  ]);
});

describe('filter', () => {
  test.each<[rule: string, text: string, show: string, expected: string[]]>([
    [
      'by what is shown, inherited words too',
      'no such thing',
      'all',
      ['404', 'Response 404 of every method below /'],
    ],
    ['by address', 'get /pets', 'all', ['GET', 'id', '404', 'Response body']],
    ['what nobody says a word of', '', 'missing', ['/', '/pets', '/{id}', 'id', 'Response body', 'Pet']],
    ['what has a part', '', 'parts', ['GET', 'Response 404 of every method below /']],
    ['nothing', 'zebra', 'all', []],
  ])('%s', (_rule, text, show, expected) => {
    const matches = treeFilter(catalog, text, show);
    const found = entityRows(roots, new Set(), matches).filter(({ node }) => matches?.(node));
    expect(found.map(({ node }) => node.label)).toEqual(expected);
  });

  test('keeps the way to what is found, and unfolds it', () => {
    const matches = treeFilter(catalog, 'response body', 'all');
    expect(lines([locationKey({ type: 'RESOURCE', path: '/pets' })], matches)).toEqual([
      '/',
      '  /pets',
      '    /{id}',
      '      GET',
      '        404',
      '          Response body',
    ]);
  });

  test('that asks for nothing is none', () => expect(treeFilter(catalog, ' ', 'all')).toBeUndefined());
});

test('a folded line hides all below it; the way to a line is known', () => {
  expect(lines([locationKey({ type: 'RESOURCE', path: '/' })])).not.toContain('  /pets');
  const way = wayTo(roots, locationKey({ type: 'RESPONSE_BODY', ...get, statusCode: '404' }));
  expect(way).toHaveLength(5);
  expect([...foldedAtFirst(roots, 1_000)]).toEqual([locationKey({ type: 'METHOD', ...get })]);
  expect(foldedAtFirst(roots, 9).size).toBe(0);
});

test('where what is seen comes from, and who shows a shared part', () => {
  const sources = entities.map(({ location }) => catalog.source(location));
  expect(sources).toEqual([
    'definition',
    'none',
    'none',
    'none',
    'part',
    'none',
    'inherited',
    'none',
    'none',
  ]);
  expect(catalog.shownBy(shared).map(documentationAddress)).toEqual(['Response 404 of GET /pets/{id}']);
});

test.each<[query: string, DocumentationPartLocation]>([
  ['type=METHOD&path=/pets&method=GET', { type: 'METHOD', path: '/pets', method: 'GET' }],
  ['type=RESPONSE', { type: 'RESPONSE', path: '/', method: '*', statusCode: '*' }],
  ['', { type: 'API' }],
  ['type=NOSUCH', { type: 'API' }],
  ['type=API&path=/', { type: 'API' }],
  ['q=filter&type=MODEL&name=Pet', { type: 'MODEL', name: 'Pet' }],
])('the address ?%s chooses', (query, location) => {
  expect(locationIn(new URLSearchParams(query))).toEqual(location);
});

test('a part for all is shown by all that have none of their own', () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    entity({ type: 'METHOD', path: `/a/b/c${index}`, method: 'GET' }),
  );
  const parts = Array.from({ length: 1_000 }, (_, index) =>
    part({ type: 'METHOD', path: `/a/b/c${index}`, method: 'GET' }),
  );
  const large = new Catalog(many, [...parts, part({ type: 'METHOD' })]);
  expect(many.filter(({ location }) => large.source(location) === 'part')).toHaveLength(1_000);
  expect(large.shownBy({ type: 'METHOD' })).toHaveLength(2_000);
});
