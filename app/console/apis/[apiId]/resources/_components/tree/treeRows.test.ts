import { expect, test } from 'vitest';
import { corsPreflight } from '@/lib/model/corsMethod';
import type { Resource } from '@/lib/model/restApi';
import { treeKey } from './treeKey';
import { treeRows, unfoldedTo } from './treeRows';

const base = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const method = (httpMethod: 'GET' | 'POST', operationName?: string) => ({
  ...base,
  httpMethod,
  operationName,
});

const resources: Resource[] = [
  { id: 'root', path: '/', resourceMethods: { GET: method('GET') } },
  {
    id: 'pets',
    parentId: 'root',
    pathPart: 'pets',
    path: '/pets',
    resourceMethods: { POST: method('POST', 'AddPet'), GET: method('GET', 'ListPets') },
  },
  {
    id: 'pet',
    parentId: 'pets',
    pathPart: '{petId}',
    path: '/pets/{petId}',
    resourceMethods: { GET: method('GET') },
  },
  { id: 'shops', parentId: 'root', pathPart: 'shops', path: '/shops', resourceMethods: {} },
];
const ids = (folded: string[], filter: string) =>
  treeRows(resources, new Set(folded), filter).map((row) => `${'  '.repeat(row.depth)}${row.id}`);

test.each<[rule: string, folded: string[], filter: string, expected: string[]]>([
  [
    'methods stand before children, in the order of verbs',
    [],
    '',
    ['root', '  root GET', '  pets', '    pets GET', '    pets POST', '    pet', '      pet GET', '  shops'],
  ],
  ['a folded resource hides all below it', ['pets'], '', ['root', '  root GET', '  pets', '  shops']],
  [
    'a filter unfolds and keeps the way to a match',
    ['root', 'pets'],
    '{petid}',
    ['root', '  pets', '    pet', '      pet GET'],
  ],
  ['a filter finds an operation name', [], 'addpet', ['root', '  pets', '    pets POST']],
  ['a filter finds a verb with its path', [], 'post /p', ['root', '  pets', '    pets POST']],
  ['a filter finds a resource without methods', [], 'shops', ['root', '  shops']],
  ['nothing matches', [], 'zebra', []],
])('%s', (_, folded, filter, expected) => {
  expect(ids(folded, filter)).toEqual(expected);
});

test.each<[key: string, active: string, folded: string[], expected: unknown]>([
  ['ArrowDown', 'root', [], { move: 'root GET' }],
  ['ArrowUp', 'root', [], undefined],
  ['ArrowLeft', 'pets', [], { fold: 'pets' }],
  ['ArrowLeft', 'pets', ['pets'], { move: 'root' }],
  ['ArrowLeft', 'pet GET', [], { move: 'pet' }],
  ['ArrowRight', 'pets', ['pets'], { unfold: 'pets' }],
  ['ArrowRight', 'pets', [], { move: 'pets GET' }],
  ['ArrowRight', 'pet GET', [], undefined],
  ['End', 'root', [], { move: 'shops' }],
  ['Home', 'shops', [], { move: 'root' }],
  ['x', 'root', [], undefined],
])('%s at %s', (key, active, folded, expected) => {
  expect(treeKey(key, treeRows(resources, new Set(folded), ''), active)).toEqual(expected);
});

test.each([
  ['a method unfolds its resource and all above', 'pet GET', ['shops']],
  ['a resource unfolds only what is above it', 'pet', ['pet', 'shops']],
  ['what is seen already changes nothing', 'root', ['root', 'pets', 'pet', 'shops']],
])('selection: %s', (_, id, left) => {
  const folded = new Set(['root', 'pets', 'pet', 'shops']);
  expect([...unfoldedTo(resources, folded, id)]).toEqual(left);
});
