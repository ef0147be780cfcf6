import { z } from 'zod';
import type { QuotaSettings, ThrottleSettings } from '@/lib/model/throttle';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { AwsError } from '../../AwsError';
import type { Op, PatchRule, PatchTable } from './patch';
import { numberOf, text } from './patchRules';

export interface UsagePlanDraft {
  id: string;
  name: string;
  description: string | undefined;
  productCode: string | undefined;
  apiStages: UsagePlan['apiStages'];
  throttle: ThrottleSettings | undefined;
  quota: Partial<Record<keyof QuotaSettings, unknown>> | undefined;
}
type Rule = PatchRule<UsagePlanDraft>;

const SET: readonly Op[] = ['add', 'replace'];
const ALL: readonly Op[] = ['add', 'replace', 'remove'];
const members = ['rateLimit', 'burstLimit'] as const;

/** As AWS's table has it (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html). */
export const usagePlanPatch: PatchTable<UsagePlanDraft> = {
  style: 'names path',
  rules: [
    text<UsagePlanDraft>('/name', 'name') as Rule,
    text<UsagePlanDraft>('/description', 'description'),
    text<UsagePlanDraft>('/productCode', 'productCode', ALL),
    cleared('quota'),
    cleared('throttle'),
    ...(['limit', 'offset', 'period'] as const).map(quotaRule),
    ...members.map(throttleRule),
    {
      path: '/apiStages',
      ops: ['add', 'remove'],
      apply: (draft, call) => stageRule(draft, call.op, call.value),
    },
    {
      path: '/apiStages/{stage}/throttle',
      ops: ALL,
      apply: (draft, { names: [stage = ''], op, value }) => {
        stageOf(draft, stage).throttle = op === 'remove' ? {} : throttleMap(value);
      },
    },
    {
      path: '/apiStages/{stage}/throttle/{path}/{verb}',
      ops: ['remove'],
      apply: (draft, { names: [stage = '', path = '', verb = ''] }) => {
        delete stageOf(draft, stage).throttle[`${path}/${verb}`];
      },
    },
    ...members.map(methodThrottleRule),
  ],
};

function cleared(name: 'quota' | 'throttle'): Rule {
  return {
    path: `/${name}`,
    ops: ['remove'],
    apply: (draft) => {
      draft[name] = undefined;
    },
  };
}

function quotaRule(name: keyof QuotaSettings): Rule {
  const path = `/quota/${name}`;
  return {
    path,
    ops: SET,
    apply: (draft, { value }) => {
      const quota = draft.quota ?? { offset: 0 };
      draft.quota = { ...quota, [name]: name === 'period' ? value : numberOf(path, value) };
    },
  };
}

/** The member that is not there yet is 0, as AWS fills it in. */
function throttleRule(name: keyof ThrottleSettings): Rule {
  const path = `/throttle/${name}`;
  return {
    path,
    ops: SET,
    apply: (draft, { value }) => {
      draft.throttle = { rateLimit: 0, burstLimit: 0, ...draft.throttle, [name]: numberOf(path, value) };
    },
  };
}

function methodThrottleRule(name: keyof ThrottleSettings): Rule {
  const path = `/apiStages/{stage}/throttle/{path}/{verb}/${name}`;
  return {
    path,
    ops: SET,
    apply: (draft, { names: [stage = '', resource = '', verb = ''], value }) => {
      const { throttle } = stageOf(draft, stage);
      const key = `${resource}/${verb}`;
      throttle[key] = { rateLimit: 0, burstLimit: 0, ...throttle[key], [name]: numberOf(path, value) };
    },
  };
}

function stageRule(draft: UsagePlanDraft, op: Op, value: string): void {
  const [, apiId = '', stage = ''] = /^([^:]+):([^:]+)$/.exec(value) ?? [];
  if (apiId === '') throw new AwsError('BadRequestException', 'Invalid API Stage specified');
  if (op === 'add') draft.apiStages.push({ apiId, stage, throttle: {} });
  else draft.apiStages.splice(draft.apiStages.indexOf(stageOf(draft, value)), 1);
}

/** @throws AwsError NotFoundException */
function stageOf({ id, apiStages }: UsagePlanDraft, name: string): UsagePlan['apiStages'][number] {
  const found = apiStages.find(({ apiId, stage }) => `${apiId}:${stage}` === name);
  if (found) return found;
  const [apiId = '', stage = ''] = name.split(':');
  const message = `Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${id}`;
  throw new AwsError('NotFoundException', message, 404);
}

const throttles = z.record(
  z.string(),
  z.object({ rateLimit: z.number().default(0), burstLimit: z.number().default(0) }),
);

/** @throws AwsError BadRequestException */
function throttleMap(value: string): Record<string, ThrottleSettings> {
  try {
    return throttles.parse(JSON.parse(value));
  } catch {
    const form = '{"/pets/GET":{"rateLimit":10,"burstLimit":5}}';
    throw new AwsError('BadRequestException', `Invalid throttle specified: use JSON like ${form}`);
  }
}
