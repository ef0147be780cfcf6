import { expect, test } from 'vitest';
import { type EndpointDraft, endpointUpdateOf } from './endpointDraft';

const documented: EndpointDraft = { operationName: '', endpoint: ' ', body: '\n', tryIt: true };

test.each<[rule: string, change: Partial<EndpointDraft>, update: object]>([
  ['nothing written leaves all to the API', {}, { overrides: null, tryItState: 'ENABLED' }],
  [
    'only what is written overrides',
    { operationName: 'View pets' },
    { overrides: { operationName: 'View pets' }, tryItState: 'ENABLED' },
  ],
  [
    'all of it, and no trying',
    { operationName: 'View pets', endpoint: 'https://pets.example.com', body: '# Pets', tryIt: false },
    {
      overrides: { operationName: 'View pets', endpoint: 'https://pets.example.com', body: '# Pets' },
      tryItState: 'DISABLED',
    },
  ],
])('%s', (_, change, update) => {
  expect(endpointUpdateOf({ ...documented, ...change })).toEqual(update);
});
