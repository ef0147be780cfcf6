import { expect, test } from 'vitest';
import { codeSamples } from '@/components/portal/codeSamples';
import { sampleUrl } from './sampleUrl';
import { withoutProse } from './withoutProse';

const at = { invokeUrl: 'https://api.example.com/prod', path: '/pets/{petId}' };

test.each([
  ['https://shop.example/pets/{petId}', 'https://shop.example/pets/{petId}'],
  ['the pets endpoint', 'https://api.example.com/prod/pets/{petId}'],
  ['javascript:alert(1)', 'https://api.example.com/prod/pets/{petId}'],
  ['https://a.example/é b', 'https://a.example/%C3%A9%20b'],
])('%j gives %s', (endpoint, url) => expect(sampleUrl({ ...at, endpoint })).toBe(url));

test('no text of an owner ends a sample’s quotes', () => {
  const endpoint = `https://a.example/'; rm -rf $HOME; echo "\`x\`\\\n`;
  const url = sampleUrl({ ...at, endpoint });
  expect(url).toMatch(/^[^'"\\`$\s]+$/);
  for (const { code } of codeSamples({ method: 'GET', url, credentials: [] })) expect(code).toContain(url);
});

test('an endpoint’s document keeps what is said of its parts alone', () => {
  const get = { summary: 'a', description: 'b', responses: { 200: { description: 'c' } } };
  const paths = { '/pets': { summary: 'd', description: 'e', get } };
  expect(withoutProse({ openapi: '3.0.1', paths })).toEqual({
    openapi: '3.0.1',
    paths: { '/pets': { get: { responses: { 200: { description: 'c' } } } } },
  });
});
