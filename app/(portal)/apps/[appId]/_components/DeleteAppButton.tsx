'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { useAction } from '@/components/ui/useAction';
import type { App } from '@/lib/model/portal';
import { deleteApp } from '../../actions';

export function DeleteAppButton({ app }: { app: App }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteApp);
  const remove = async () => {
    if (await action.run({ appId: app.id })) router.push('/apps');
  };
  return (
    <>
      <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
        Delete app
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Delete ${app.name}`}
        footer={
          <Button variant="danger" onClick={remove} busy={action.pending}>
            Delete app
          </Button>
        }
      >
        <FormError>{action.rest}</FormError>
        <p>
          Its {app.keys.length === 1 ? 'key stops' : `${app.keys.length} keys stop`} working at once and its
          subscriptions end. This cannot be undone.
        </p>
      </Dialog>
    </>
  );
}
