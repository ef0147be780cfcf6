import { expect, test } from 'vitest';
import { functionConfiguration, functionUpdate } from '@/lib/model/function';
import { draftOf, fieldsOf, inputOf } from './configurationDraft';

const stored = functionConfiguration.parse({
  runtime: 'nodejs20.x',
  environment: { TABLE: 'pets' },
  reservedConcurrency: 5,
});

test('what is shown is what is saved', () => {
  expect(functionUpdate.parse(inputOf(draftOf(stored)))).toEqual({ ...stored, description: '' });
});

test.each([
  ['no reservation', { reservedConcurrency: ' ' }, { reservedConcurrency: null }],
  ['a reservation of none', { reservedConcurrency: '0' }, { reservedConcurrency: 0 }],
  ['memory', { memorySize: '256' }, { memorySize: 256 }],
])('%s', (_, typed, input) => {
  expect(functionUpdate.parse(inputOf({ ...draftOf(stored), ...typed }))).toMatchObject(input);
});

test.each([
  'memorySize',
  'timeout',
  'reservedConcurrency',
])('%s that is no number is refused by name', (field) => {
  const refused = functionUpdate.safeParse(inputOf({ ...draftOf(stored), [field]: 'much' }));
  expect(refused.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test('each variable has a place for what is wrong with it', () => {
  const draft = { ...draftOf(stored), environment: { '1': 'x' } };
  const refused = functionUpdate.safeParse(inputOf(draft));
  const [path = []] = refused.error?.issues.map((issue) => issue.path) ?? [];
  expect(fieldsOf(draft)).toContain(path.join('.'));
});
