import { expect, test } from 'vitest';
import { canaryOf, type DeployDraft, deployWords, draftFor, inputOf } from './deployDraft';

const plain = { stageName: 'dev', canaryPercent: undefined };
const withCanary = { stageName: 'prod', canaryPercent: 0 };

test.each<[string, DeployDraft, string, object]>([
  ['a stage', draftFor(plain), 'Deploy to dev', { stageName: 'dev' }],
  [
    'a stage that has a canary',
    draftFor(withCanary),
    'Deploy to the canary of prod',
    { stageName: 'prod', canarySettings: { percentTraffic: 0 } },
  ],
  [
    'a canary by choice',
    { ...draftFor(plain), asCanary: true, percentTraffic: '2.5' },
    'Deploy to the canary of dev',
    { stageName: 'dev', canarySettings: { percentTraffic: 2.5 } },
  ],
  ['a new stage', { ...draftFor(undefined), newName: 'v2' }, 'Deploy', { stageName: 'v2' }],
  [
    'a new stage, whatever was chosen for the one before',
    { ...draftFor(withCanary), stageName: null, newName: 'v2', description: ' first ' },
    'Deploy',
    { stageName: 'v2', description: 'first' },
  ],
])('to %s', (_name, draft, words, input) => {
  expect(deployWords(draft)).toBe(words);
  expect(inputOf(draft)).toEqual({ description: undefined, ...input });
});

test('a stage without a canary begins with a tenth, one with a canary with its share', () => {
  expect(canaryOf(plain)).toEqual({ asCanary: false, percentTraffic: '10' });
  expect(canaryOf({ ...withCanary, canaryPercent: 50 })).toEqual({ asCanary: true, percentTraffic: '50' });
});

test('no percentage is no number', () => {
  const { canarySettings } = inputOf({ ...draftFor(withCanary), percentTraffic: ' ' });
  expect(canarySettings?.percentTraffic).toBeNaN();
});
