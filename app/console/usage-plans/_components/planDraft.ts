import type { UsagePlan, UsagePlanInput } from '@/lib/model/usagePlan';

/** A method's own limit inside a stage, as typed. */
export interface MethodDraft {
  /** for React; the path changes while it is typed */
  id: number;
  path: string;
  rateLimit: string;
  burstLimit: string;
}
export interface StageDraft {
  apiId: string;
  stage: string;
  methods: MethodDraft[];
}
/** The form's state: texts as typed, and switches for what may be absent. */
export interface PlanDraft {
  name: string;
  description: string;
  stages: StageDraft[];
  throttled: boolean;
  rateLimit: string;
  burstLimit: string;
  limited: boolean;
  limit: string;
  period: string;
  offset: string;
  offeredInPortal: boolean;
  approvalRequired: boolean;
}

export const periods = ['DAY', 'WEEK', 'MONTH'] as const;
type Period = (typeof periods)[number];
type Limits = { rateLimit: string; burstLimit: string };

/** @param plan absent: a new plan, with limits that suit a first try */
export function draftOf(plan?: UsagePlan): PlanDraft {
  return {
    name: plan?.name ?? '',
    description: plan?.description ?? '',
    stages: (plan?.apiStages ?? []).map(stageDraftOf),
    throttled: !plan || plan.throttle !== undefined,
    rateLimit: String(plan?.throttle?.rateLimit ?? 10),
    burstLimit: String(plan?.throttle?.burstLimit ?? 20),
    limited: plan?.quota !== undefined,
    limit: String(plan?.quota?.limit ?? 10_000),
    period: plan?.quota?.period ?? 'MONTH',
    offset: String(plan?.quota?.offset ?? 0),
    offeredInPortal: plan?.offeredInPortal ?? false,
    approvalRequired: plan?.approvalRequired ?? false,
  };
}

const stageDraftOf = ({ apiId, stage, throttle }: UsagePlan['apiStages'][number]): StageDraft => ({
  apiId,
  stage,
  methods: Object.entries(throttle).map(([path, limits], id) => ({
    id,
    path,
    rateLimit: String(limits.rateLimit),
    burstLimit: String(limits.burstLimit),
  })),
});

/** What the operation gets; it refuses what is no number (NaN) with the field's name. */
export function inputOf(draft: PlanDraft): UsagePlanInput {
  return {
    name: draft.name,
    description: draft.description.trim() || undefined,
    apiStages: draft.stages.map(({ apiId, stage, methods }) => ({
      apiId,
      stage,
      throttle: Object.fromEntries(methods.map((method) => [method.path.trim(), limitsOf(method)])),
    })),
    throttle: draft.throttled ? limitsOf(draft) : undefined,
    quota: draft.limited
      ? { limit: numberOf(draft.limit), period: periodOf(draft.period), offset: numberOf(draft.offset) }
      : undefined,
    offeredInPortal: draft.offeredInPortal,
    approvalRequired: draft.approvalRequired,
  };
}

/** True when two rows of a stage name one method: as a record the later would swallow the earlier. */
export const isRepeated = (stage: StageDraft, method: MethodDraft): boolean =>
  stage.methods.some((other) => other.id < method.id && other.path.trim() === method.path.trim());

/** Paths of the fields that the form shows errors at; all others go above the form. */
export const fieldsOf = (draft: PlanDraft): string[] => [
  ...['name', 'description', 'apiStages'],
  ...['throttle.rateLimit', 'throttle.burstLimit', 'quota.limit', 'quota.offset'],
  ...draft.stages.flatMap((stage, index) => [
    `apiStages.${index}`,
    ...stage.methods.flatMap((method) => methodFields(index, method)),
  ]),
];

/** The paths at which the operation refuses a method's row: the key, its rate, its burst. */
export function methodFields(stageIndex: number, method: MethodDraft): string[] {
  const key = `apiStages.${stageIndex}.throttle.${method.path.trim()}`;
  return [key, `${key}.rateLimit`, `${key}.burstLimit`];
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
const periodOf = (text: string): Period => periods.find((period) => period === text) ?? 'MONTH';
const limitsOf = ({ rateLimit, burstLimit }: Limits) => ({
  rateLimit: numberOf(rateLimit),
  burstLimit: numberOf(burstLimit),
});
