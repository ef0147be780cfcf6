import { expect, test } from 'vitest';
import type { SiteProduct } from '@/lib/model/portalSite';
import { searchProduct } from './searchProduct';

const endpoint = {
  restApiId: 'api1',
  stageName: 'prod',
  productRestEndpointPageId: 'e1',
  method: 'GET',
  path: '/pets/{petId}',
  operationName: 'Get a pet',
  endpoint: 'https://api.example.com/pets/{petId}',
  body: 'Answers with one pet.',
  invokeUrl: 'https://api.example.com',
  openapi: {},
  tryIt: true,
};
const product: SiteProduct = {
  portalProductId: 'a',
  displayName: 'Pets',
  description: '',
  overview: { title: 'Overview', body: 'Everything about **pets**.' },
  pages: [{ productPageId: 'p1', title: 'Limits', body: `${'x '.repeat(100)}ten calls ${'y '.repeat(100)}` }],
  sections: [{ sectionName: 'Reading', endpoints: [endpoint] }],
};
const found = (search: string) => searchProduct(product, search).map(({ title }) => title);

test.each([
  ['pet', ['Overview', 'Get a pet']],
  ['PETS', ['Overview', 'Get a pet']],
  ['{petId}', ['Get a pet']],
  ['get one', ['Get a pet']],
  ['limits', ['Limits']],
  ['get limits', []],
  [' ', []],
])('%j finds %j', (search, titles) => expect(found(search)).toEqual(titles));

test('an excerpt shows where the word stands', () => {
  const [hit] = searchProduct(product, 'ten');
  expect(hit?.excerpt).toMatch(/^… (x )+ten calls (y )+…$/);
  expect(searchProduct(product, 'limits')[0]?.excerpt).toBe('');
});

test('what is found and shown is what one reads: no marks, no addresses of links', () => {
  const overview = {
    title: 'Overview',
    body: '## What it is\n\nPets, **one by one**, see [limits](https://hidden.example).',
  };
  const marked = { ...product, overview };
  expect(searchProduct(marked, 'one')[0]?.excerpt).toBe('What it is Pets, one by one, see limits.');
  expect(searchProduct(marked, 'hidden')).toEqual([]);
});
