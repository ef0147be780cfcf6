import type { Subscription } from '@/lib/model/portal';

type State = Subscription['state'];

/** In the order in which they want attention. */
export const subscriptionStateWords: Record<
  State,
  { label: string; tone: 'warning' | 'success' | 'danger' | 'neutral' }
> = {
  PENDING: { label: 'Waiting', tone: 'warning' },
  ACTIVE: { label: 'Active', tone: 'success' },
  REJECTED: { label: 'Rejected', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};
