import type { PoolUser } from '@/lib/model/userPool';

const words = {
  CONFIRMED: { tone: 'success', word: 'Confirmed' },
  UNCONFIRMED: { tone: 'warning', word: 'Not confirmed' },
  FORCE_CHANGE_PASSWORD: { tone: 'warning', word: 'Must change password' },
} as const satisfies Record<PoolUser['status'], { tone: string; word: string }>;

/** Whether the user can sign in, in a word and the tone of its badge; disabled hides the rest. */
export const stateOf = ({ enabled, status }: Pick<PoolUser, 'enabled' | 'status'>) =>
  enabled ? words[status] : ({ tone: 'neutral', word: 'Disabled' } as const);
