'use client';

import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { ChangeList } from '@/components/console/ChangeList';
import { Button } from '@/components/ui/Button';
import { Drawer } from '@/components/ui/Drawer';
import { Section } from '@/components/ui/Section';
import { DeployForm } from './DeployForm';
import type { UndeployedStage } from './readUndeployed';

/** How far the stages that do not deploy by themselves are behind; opens the difference and deploys it. */
export function UndeployedChanges(props: {
  apiId: string;
  stages: UndeployedStage[];
  /** a stage follows every change by itself */
  isAutomatic: boolean;
  editable: boolean;
  /** what a new stage's name may be */
  nameHelp: string;
  /** what a deployment does to who calls now */
  description?: string;
}) {
  const { apiId, stages, isAutomatic, editable } = props;
  const [open, setOpen] = useState(false);
  const isBehind = stages.some(({ changes }) => changes === null || changes.length > 0);
  if (!isBehind && (!editable || (isAutomatic && stages.length === 0)))
    return isAutomatic ? <span className="text-muted text-small">Deploys every change</span> : null;
  const label = labelOf(stages, isAutomatic);
  return (
    <>
      <Button variant={isBehind && editable ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        <Rocket aria-hidden />
        {label}
      </Button>
      <Drawer
        open={open}
        onOpenChange={setOpen}
        title={label === 'Deploy' ? 'Deploy' : label}
        description={isAutomatic ? 'Stages with automatic deployment are not listed.' : props.description}
      >
        <div className="space-y-6">
          {editable && (
            <DeployForm
              apiId={apiId}
              stageNames={stages.map(({ stageName }) => stageName)}
              nameHelp={props.nameHelp}
              onDone={() => setOpen(false)}
            />
          )}
          {stages.map(({ stageName, changes }) => (
            <Section key={stageName} title={`Not deployed to ${stageName}`}>
              {changes === null ? (
                <p className="text-muted">Nothing is deployed to this stage yet.</p>
              ) : (
                <ChangeList changes={changes} empty="The stage serves all that this API is." />
              )}
            </Section>
          ))}
        </div>
      </Drawer>
    </>
  );
}

/** Where a stage follows by itself, one that waits for its first deployment is not all of the API. */
function labelOf(stages: readonly UndeployedStage[], isAutomatic: boolean): string {
  const counts = stages.map(({ changes }) => changes?.length ?? 0);
  const most = Math.max(0, ...counts);
  if (most > 0) return `${most} ${most === 1 ? 'change' : 'changes'} not deployed`;
  const empty = stages.filter(({ changes }) => changes === null);
  if (empty.length === 0) return 'Deploy';
  if (!isAutomatic && empty.length === stages.length) return 'Nothing deployed';
  return `${empty.length} ${empty.length === 1 ? 'stage' : 'stages'} not deployed`;
}
