'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { AddUserForm } from './AddUserForm';

export function AddUserButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Add user
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Add user">
        <AddUserForm onMade={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
