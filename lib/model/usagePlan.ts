import { z } from 'zod';
import { quotaSettings, throttleSettings } from './throttle';

export const usagePlanInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(1024),
  description: z.string().max(1024).optional(),
  apiStages: z
    .array(
      z.object({
        apiId: z.string(),
        stage: z.string(),
        /** `/path/VERB` -> throttle per key and method */
        throttle: z.record(z.string(), throttleSettings).default({}),
      }),
    )
    .default([]),
  throttle: throttleSettings.optional(),
  quota: quotaSettings.optional(),
  /** shown in the portal for products whose stage it holds */
  offeredInPortal: z.boolean().default(false),
  /** a subscription waits for an editor */
  approvalRequired: z.boolean().default(false),
});
export type UsagePlanInput = z.input<typeof usagePlanInput>;
export type UsagePlan = z.infer<typeof usagePlanInput> & {
  id: string;
  createdDate: number;
  keyCount: number;
};
