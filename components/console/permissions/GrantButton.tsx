'use client';

import { Button } from '@/components/ui/Button';
import { useApiPermissions } from './ApiPermissions';

/** Lets the API invoke the functions at once. Nothing for viewers, and for none. */
export function GrantButton(props: { functionArns: readonly string[]; label?: string }) {
  const permissions = useApiPermissions();
  const grant = permissions?.grant;
  if (!grant || props.functionArns.length === 0) return null;
  return (
    <Button size="sm" busy={permissions.pending} onClick={() => grant(props.functionArns)}>
      {props.label ?? 'Grant permission'}
    </Button>
  );
}
