'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import { DeployForm } from '../../../_components/v2/DeployForm';

/** Freezes the API as it is and moves a stage, new or existing, to it. */
export function DeployButton(props: { apiId: string; stageNames: string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <Drawer
      open={open}
      onOpenChange={setOpen}
      title="Deploy"
      description="Clients that are connected stay so; their next messages go to the new routes."
      trigger={<Button variant="primary">Deploy</Button>}
    >
      <DeployForm
        {...props}
        nameHelp="Part of the URL: letters, digits, _ and -."
        onDone={() => setOpen(false)}
      />
    </Drawer>
  );
}
