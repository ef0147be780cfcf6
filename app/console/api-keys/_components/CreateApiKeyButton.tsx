'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useUrlState } from '@/components/ui/useUrlState';
import type { ApiKey } from '@/lib/model/apiKey';
import { CreateApiKeyForm, type PlanChoice } from './CreateApiKeyForm';
import { KeyValue } from './KeyValue';

/** `?create=1` opens the dialog too; after the creation it shows the value. */
export function CreateApiKeyButton({ plans }: { plans: PlanChoice[] }) {
  const [create, setCreate] = useUrlState('create');
  const [made, setMade] = useState<ApiKey | null>(null);
  const toggle = (open: boolean) => {
    setCreate(open ? '1' : '');
    setMade(null);
  };
  return (
    <>
      <Button variant="primary" onClick={() => toggle(true)}>
        Create API key
      </Button>
      <Dialog
        open={create === '1'}
        onOpenChange={toggle}
        title={made ? `The value of ${made.name}` : 'Create API key'}
        footer={made && <Button onClick={() => toggle(false)}>I stored it</Button>}
      >
        {made?.value ? (
          <KeyValue value={made.value}>
            Store it where its caller reads secrets: lists show only {made.hint}. Who asks for the value later
            is written to the audit log.
          </KeyValue>
        ) : (
          <CreateApiKeyForm plans={plans} onMade={setMade} />
        )}
      </Dialog>
    </>
  );
}
