import { expect, test } from 'vitest';
import { type UsagePlan, usagePlanInput } from '@/lib/model/usagePlan';
import { draftOf, fieldsOf, inputOf, isRepeated, type PlanDraft, type StageDraft } from './planDraft';

const full: UsagePlan = {
  id: 'p1',
  name: 'Gold',
  description: 'For partners',
  apiStages: [
    { apiId: 'a1', stage: 'prod', throttle: { '/pets/GET': { rateLimit: 2.5, burstLimit: 5 } } },
    { apiId: 'a2', stage: 'dev', throttle: {} },
  ],
  throttle: { rateLimit: 0, burstLimit: 10 },
  quota: { limit: 100, offset: 3, period: 'WEEK' },
  offeredInPortal: true,
  approvalRequired: true,
  createdDate: 1,
  keyCount: 2,
};
const bare: UsagePlan = {
  id: 'p2',
  name: 'Open',
  apiStages: [],
  offeredInPortal: false,
  approvalRequired: false,
  createdDate: 1,
  keyCount: 0,
};

test.each([
  ['a full plan', full],
  ['a plan without limits', bare],
])('%s goes through the form unchanged', (_name, plan) => {
  const { id: _id, createdDate: _date, keyCount: _count, ...members } = plan;
  expect(usagePlanInput.parse(inputOf(draftOf(plan)))).toEqual(members);
});

test.each<[string, Partial<PlanDraft>, string[]]>([
  ['a rate that is no number', { rateLimit: 'ten' }, ['throttle.rateLimit']],
  ['an empty burst', { burstLimit: ' ' }, ['throttle.burstLimit']],
  ['a negative rate', { rateLimit: '-1' }, ['throttle.rateLimit']],
  ['an empty quota', { limit: '' }, ['quota.limit']],
  ['an offset beyond the period', { period: 'DAY', offset: '1' }, ['quota.offset']],
  ['a limit switched off', { throttled: false, rateLimit: 'ten' }, []],
  ['a quota switched off', { limited: false, limit: '' }, []],
])('%s is refused at a field that the form shows', (_rule, change, refused) => {
  const draft = { ...draftOf(full), ...change };
  const result = usagePlanInput.safeParse(inputOf(draft));
  const fields = result.error?.issues.map((issue) => issue.path.join('.')) ?? [];
  expect(fields).toEqual(refused);
  expect(fieldsOf(draft)).toEqual(expect.arrayContaining(fields));
});

test('a method limit that is no number is refused in its own row', () => {
  const draft = draftOf(full);
  for (const method of draft.stages[0]?.methods ?? []) method.burstLimit = '1.5';
  const result = usagePlanInput.safeParse(inputOf(draft));
  const fields = result.error?.issues.map((issue) => issue.path.join('.'));
  expect(fields).toEqual(['apiStages.0.throttle./pets/GET.burstLimit']);
  expect(fieldsOf(draft)).toContain(fields?.[0]);
});

test('of two rows with one method the second is repeated', () => {
  const limits = { rateLimit: '1', burstLimit: '1' };
  const methods = ['/a/GET', '/b/GET', '/a/GET '].map((path, id) => ({ id, path, ...limits }));
  const stage: StageDraft = { apiId: 'a', stage: 's', methods };
  expect(methods.map((method) => isRepeated(stage, method))).toEqual([false, false, true]);
});
