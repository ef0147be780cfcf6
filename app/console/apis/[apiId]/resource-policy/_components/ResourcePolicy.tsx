'use client';

import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { PolicyTemplate } from '@/components/console/policy/insertTemplate';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { PolicyForm } from './PolicyForm';

interface Props {
  restApiId: string;
  /** as it was saved; absent: none */
  policy?: string;
  /** such an API is shut while it has no policy */
  isPrivate: boolean;
  editable: boolean;
  templates: PolicyTemplate[];
}

/** The policy in its editor; an API without one says what that means and offers to write one. */
export function ResourcePolicy(props: Props) {
  const { policy, editable } = props;
  const [writing, setWriting] = useState(false);
  if (policy === undefined && !writing)
    return (
      <EmptyState
        title="No resource policy"
        actions={
          editable && (
            <Button variant="primary" onClick={() => setWriting(true)}>
              <ScrollText aria-hidden />
              Write policy
            </Button>
          )
        }
      >
        {props.isPrivate
          ? 'This API is private: without a policy nobody may call it.'
          : 'Calls come from everywhere; only what a method itself asks for is checked.'}{' '}
        A policy says from where, and for whom, this API may be called at all.
      </EmptyState>
    );
  return <PolicyForm key={policy} {...props} onRemoved={() => setWriting(false)} />;
}
