import { expect, test } from 'vitest';
import type { AskedPolicy, PolicyTrial } from '@/lib/model/identity';
import { answerWords } from '../simulator/_components/answerWords';
import { identityHref } from './identityHref';
import { identityTemplates } from './identityTemplates';
import { keyCount } from './keyCount';
import { policySummary } from './policySummary';

const active = { status: 'Active' } as const;
const inactive = { status: 'Inactive' } as const;

test.each([
  [[], 'None'],
  [[active], '1 active'],
  [[active, active], '2 active'],
  [[active, inactive], '1 active, 1 inactive'],
  [[inactive], '1 inactive'],
])('keys %#', (keys, words) => {
  expect(keyCount(keys)).toBe(words);
});

const allow = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' };

test.each<[unknown, string]>([
  [allow, 'Allow execute-api:Invoke'],
  [[{ ...allow, Action: ['s3:GetObject', 'sqs:*'] }], 'Allow s3:GetObject, sqs:*'],
  [[{ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }], 'Deny all but iam:*'],
  [[allow, allow], '2 statements: Allow'],
  [[allow, { ...allow, Effect: 'Deny' }, allow], '3 statements: Allow, Deny'],
])('a policy in a few words %#', (statement, words) => {
  expect(policySummary(JSON.stringify({ Version: '2012-10-17', Statement: statement }))).toBe(words);
});

const trial = (part: Partial<PolicyTrial>): PolicyTrial => ({
  decision: 'allowed',
  methodArn: 'arn',
  authorizationType: 'AWS_IAM',
  policies: [],
  missingKeys: [],
  ...part,
});
const resource: AskedPolicy = { kind: 'resource', policyName: 'Pets', document: '{}', decided: [] };
const denying: AskedPolicy = { ...resource, decided: [{ statement: 0, lines: { from: 1, to: 1 } }] };

test.each<[Partial<PolicyTrial>, verdict: string, reason: RegExp]>([
  [{}, 'ada may make this call', /one statement allows it/],
  [{ decision: 'explicitDeny', policies: [denying] }, 'ada may not make this call', /A statement denies it/],
  [{ decision: 'explicitDeny' }, 'Nobody may make this call', /private and has no resource policy/],
  [{ decision: 'implicitDeny' }, 'ada may not make this call', /nothing allows/],
  [{ authorizationType: 'NONE' }, 'Anybody may make this call', /no resource policy/],
  [
    { authorizationType: 'NONE', policies: [resource] },
    'Anybody may make this call',
    /resource policy allows it/,
  ],
  [
    { authorizationType: 'NONE', policies: [denying], decision: 'explicitDeny' },
    'Nobody may make this call',
    /resource policy denies it/,
  ],
  [
    { authorizationType: 'NONE', policies: [resource], decision: 'implicitDeny' },
    'Nobody may make this call',
    /does not allow it to everybody/,
  ],
])('the answer %#', (part, verdict, reason) => {
  const words = answerWords(trial(part), 'ada');
  expect(words.verdict).toBe(verdict);
  expect(words.reason).toMatch(reason);
});

test('templates name the API and its first stage, or all where there is none', () => {
  const resources = (api?: Parameters<typeof identityTemplates>[0]) =>
    identityTemplates(api).map(({ statements }) => statements[0]?.Resource);
  expect(resources({ id: 'abc', name: 'Pets', stageNames: ['dev', 'live'] })).toEqual([
    'arn:aws:execute-api:*:*:abc/*',
    'arn:aws:execute-api:*:*:abc/*/GET/*',
    'arn:aws:execute-api:*:*:abc/dev/*',
    'arn:aws:execute-api:*:*:abc/*',
    'arn:aws:execute-api:*:*:*',
    'arn:aws:apigateway:*::/*',
  ]);
  expect(resources()[0]).toBe('arn:aws:execute-api:*:*:*/*');
});

test('names of any allowed letters make one segment each', () => {
  expect(identityHref.policy('a+b=c', 'x@y,z')).toBe('/console/identity/users/x%40y%2Cz/policies/a%2Bb%3Dc');
});
