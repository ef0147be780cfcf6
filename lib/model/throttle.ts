import { z } from 'zod';

/** Token bucket: `rateLimit` requests a second, `burstLimit` at once. Burst may exceed rate. */
export const throttleSettings = z.object({
  rateLimit: z
    .number('Rate must be a number')
    .min(0, 'Rate must not be negative')
    .max(1_000_000, 'Rate is at most 1,000,000'),
  burstLimit: z
    .int('Burst must be a whole number')
    .min(0, 'Burst must not be negative')
    .max(1_000_000, 'Burst is at most 1,000,000'),
});
export type ThrottleSettings = z.infer<typeof throttleSettings>;

/** `offset`: requests subtracted in the first period (DAY 0, WEEK 0-6, MONTH 0-27 as AWS bounds it). */
export const quotaSettings = z
  .object({
    limit: z.int('Quota must be a whole number').min(1, 'Quota must be at least 1').max(2_147_483_647),
    offset: z.int().min(0).default(0),
    period: z.enum(['DAY', 'WEEK', 'MONTH']),
  })
  .superRefine((quota, context) => {
    const most = { DAY: 0, WEEK: 6, MONTH: 27 }[quota.period];
    if (quota.offset > most)
      context.addIssue({
        code: 'custom',
        path: ['offset'],
        message: `Offset for ${quota.period} is at most ${most}`,
      });
  });
export type QuotaSettings = z.infer<typeof quotaSettings>;
