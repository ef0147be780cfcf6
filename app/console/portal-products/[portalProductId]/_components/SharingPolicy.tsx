'use client';

import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SharingPolicyForm } from './SharingPolicyForm';

/** The policy in its editor; a product without one says what that means and offers to write one. */
export function SharingPolicy(props: { portalProductId: string; policy?: string; editable: boolean }) {
  const { policy, editable } = props;
  const [writing, setWriting] = useState(false);
  if (policy === undefined && !writing)
    return (
      <EmptyState
        title="No sharing policy"
        actions={
          editable && (
            <Button variant="primary" onClick={() => setWriting(true)}>
              <ScrollText aria-hidden />
              Write policy
            </Button>
          )
        }
      >
        The product is shared with no other account.
      </EmptyState>
    );
  return <SharingPolicyForm key={policy} {...props} onRemoved={() => setWriting(false)} />;
}
