'use client';

import { Badge } from '@/components/ui/Badge';
import { exactTime } from '@/components/ui/chartTime';
import { FormError } from '@/components/ui/FormError';

/** Whether the figures follow the calls; when they stopped to, since when and why. */
export function Freshness(props: { live: boolean; error: Error | null; updatedAt: number }) {
  if (props.error)
    return (
      <FormError>
        {props.error.message}.{' '}
        {props.updatedAt > 0 && `The figures below are from ${exactTime(props.updatedAt)}.`}
      </FormError>
    );
  if (!props.live) return null;
  return (
    <p className="flex items-center gap-2 text-muted text-small">
      <Badge tone="success">Live</Badge>
      New calls show within two seconds.
    </p>
  );
}
