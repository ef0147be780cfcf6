import type { MethodSetting } from '@/lib/model/stage';

type Strategy = NonNullable<MethodSetting['unauthorizedCacheControlHeaderStrategy']>;

/** What a caller meets who sends Cache-Control: max-age=0 without the right to. */
export const strategyWords: Record<Strategy, string> = {
  SUCCEED_WITH_RESPONSE_HEADER: 'Answer from the cache, with a Warning header',
  SUCCEED_WITHOUT_RESPONSE_HEADER: 'Answer from the cache, say nothing',
  FAIL_WITH_403: 'Refuse with 403',
};

export const strategyOptions = Object.entries(strategyWords).map(([value, label]) => ({ value, label }));
