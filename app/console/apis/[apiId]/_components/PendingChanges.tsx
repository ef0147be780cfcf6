'use client';

import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { ChangeList } from '@/components/console/ChangeList';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import type { Change } from '@/lib/model/deployment';
import { DeployForm } from './DeployForm';
import type { DeployTarget } from './deployDraft';

/** "3 changes not deployed": opens the exact difference and deploys it. */
export function PendingChanges(props: {
  restApiId: string;
  changes: Change[];
  stages: DeployTarget[];
  editable: boolean;
}) {
  const [open, setOpen] = useState(false);
  const count = props.changes.length;
  if (count === 0 && !props.editable) return null;
  const label = count === 0 ? 'Deploy' : `${count} ${count === 1 ? 'change' : 'changes'} not deployed`;
  return (
    <>
      <Button variant={count > 0 && props.editable ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        <Rocket aria-hidden />
        {label}
      </Button>
      <Drawer
        open={open}
        onOpenChange={setOpen}
        title={count === 0 ? 'Everything is deployed' : label}
        description={
          props.stages.length === 0 ? 'No stage serves this API yet.' : 'Against the newest deployment.'
        }
      >
        <div className="space-y-6">
          {props.editable && (
            <DeployForm restApiId={props.restApiId} stages={props.stages} onDone={() => setOpen(false)} />
          )}
          <ChangeList changes={props.changes} empty="The newest deployment holds all that this API is." />
        </div>
      </Drawer>
    </>
  );
}
