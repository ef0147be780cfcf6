'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Resource } from '@/lib/model/restApi';
import { CreateMethodDialog } from './dialogs/CreateMethodDialog';

export function CreateMethodButton({ resource }: { resource: Resource }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        Create method
      </Button>
      {open && <CreateMethodDialog resource={resource} onClose={() => setOpen(false)} />}
    </>
  );
}
