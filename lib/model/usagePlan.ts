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
  /** AWS Marketplace's product that the plan is sold as */
  productCode: z.string().max(1024).optional(),
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

/** A key as its plan tells it. */
export interface UsagePlanKey {
  id: string;
  name: string;
  value: string;
  /** when it came into the plan */
  createdDate: number;
}

/** `after`: what the last page ended with. */
export const usagePlanKeyPageQuery = z.object({
  limit: z.int().min(1).max(500),
  /** how the names begin */
  nameQuery: z.string().optional(),
  after: z.object({ id: z.string(), createdDate: z.int() }).optional(),
});
export type UsagePlanKeyPageQuery = z.infer<typeof usagePlanKeyPageQuery>;
