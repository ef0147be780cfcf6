import { z } from 'zod';
import type { QuotaSettings } from '@/lib/model/throttle';
import type { UsagePlan, UsagePlanInput } from '@/lib/model/usagePlan';
import { given } from './given';
import { inputOf } from './inputOf';
import { optional } from './methodShape';
import { paged } from './paged';
import { applyPatch, readPatch } from './patch';
import type { Runs } from './Runs';
import { withNewTags, withTags, withTagsOfAll } from './tagsOf';
import { type UsagePlanDraft, usagePlanPatch } from './usagePlanPatch';

const address = z.object({ usageplanId: z.string() });
const filter = z.object({ keyId: z.string().optional() });
/** What is not sent of a throttle is 0, as AWS fills it in. */
const throttle = z.object({ rateLimit: z.number().default(0), burstLimit: z.number().default(0) });
const members = z.object({
  name: z.string().default(''),
  description: z.string().nullish(),
  apiStages: z
    .array(
      z.object({
        apiId: z.string().default(''),
        stage: z.string().default(''),
        throttle: z.record(z.string(), throttle).default({}),
      }),
    )
    .nullish(),
  throttle: throttle.nullish(),
  quota: z
    .object({
      limit: z.number().default(0),
      offset: z.number().default(0),
      period: z.enum(['DAY', 'WEEK', 'MONTH']),
    })
    .nullish(),
  productCode: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

export const usagePlans: Runs = {
  CreateUsagePlan: async (call) => {
    const { tags, name, ...input } = await inputOf(call, members);
    return call.door.control.together(async (control) => {
      const made = await control.usagePlans.create(call.actor, { name, ...given(input) });
      return withNewTags(call, control, pathOf(made), tags, shape(made));
    });
  },
  GetUsagePlans: async (call) => {
    const { keyId } = await inputOf(call, filter);
    const { control } = call.door;
    const all = await control.usagePlans.list(call.actor);
    const ids = keyId === undefined ? null : (await control.apiKeys.get(call.actor, keyId)).usagePlanIds;
    const page = paged(
      call,
      all.filter(({ id }) => ids?.includes(id) ?? true),
      ({ id }) => id,
      (plan) => plan,
    );
    return { ...page, item: await withTagsOfAll(call, page.item, pathOf, shape) };
  },
  GetUsagePlan: async (call) => {
    const { usageplanId: id } = await inputOf(call, address);
    const { control } = call.door;
    const plan = await control.usagePlans.get(call.actor, id);
    return { tags: {}, ...(await withTags(call, control, pathOf(plan), shape(plan))) };
  },
  UpdateUsagePlan: async (call) => {
    const { usageplanId: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async (control) => {
      const before = await control.usagePlans.get(call.actor, id);
      const { id: _id, ...next } = applyPatch(draftOf(before), operations, usagePlanPatch);
      const plan = await control.usagePlans.update(call.actor, id, inputOfPlan(before, next));
      return { tags: {}, ...(await withTags(call, control, pathOf(plan), shape(plan))) };
    });
  },
  DeleteUsagePlan: async (call) => {
    const { usageplanId: id } = await inputOf(call, address);
    await call.door.control.usagePlans.delete(call.actor, id);
  },
};

const pathOf = ({ id }: UsagePlan) => `usageplans/${id}`;

function draftOf({
  id,
  name,
  description,
  productCode,
  apiStages,
  throttle,
  quota,
}: UsagePlan): UsagePlanDraft {
  return { id, name, description, productCode, apiStages: structuredClone(apiStages), throttle, quota };
}

/** What the portal's page of the plan says stays; what a quota must have the control plane asks for. */
function inputOfPlan(
  { offeredInPortal, approvalRequired }: UsagePlan,
  { quota, ...next }: Omit<UsagePlanDraft, 'id'>,
): UsagePlanInput {
  return {
    offeredInPortal,
    approvalRequired,
    name: next.name,
    apiStages: next.apiStages,
    ...given({
      description: next.description,
      productCode: next.productCode,
      throttle: next.throttle,
      quota: quota as QuotaSettings | undefined,
    }),
  };
}

function shape(plan: UsagePlan) {
  return {
    id: plan.id,
    name: plan.name,
    ...optional({ description: plan.description }),
    apiStages: plan.apiStages.map(({ apiId, stage, throttle: methods }) => ({
      apiId,
      stage,
      ...(Object.keys(methods).length > 0 && { throttle: methods }),
    })),
    ...optional({ throttle: plan.throttle, quota: plan.quota, productCode: plan.productCode }),
  };
}
