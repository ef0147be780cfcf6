'use client';

import { exactTime } from '@/components/ui/chartTime';
import { FormError } from '@/components/ui/FormError';

/** Why the figures stopped to follow the calls, and of when the shown ones are. */
export function UsageFault({ error, updatedAt }: { error: Error; updatedAt: number }) {
  return (
    <FormError>
      {error.message}. {updatedAt > 0 && `The figures below are from ${exactTime(updatedAt)}.`}
    </FormError>
  );
}
