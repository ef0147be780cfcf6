import type { QuotaSettings, ThrottleSettings } from '@/lib/model/throttle';

const number = (value: number) => value.toLocaleString('en');
const periodTexts = { DAY: 'a day', WEEK: 'a week', MONTH: 'a month' };

/** "10 a second, burst 20"; undefined without a limit. */
export const throttleText = (throttle?: ThrottleSettings): string | undefined =>
  throttle && `${number(throttle.rateLimit)} a second, burst ${number(throttle.burstLimit)}`;

/** "10,000 a month"; undefined without a quota. */
export const quotaText = (quota?: QuotaSettings): string | undefined =>
  quota && `${number(quota.limit)} ${periodTexts[quota.period]}`;
