'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { updateStage } from '../actions';
import type { StageProps } from './StageDetail';

export function VariablesForm({ apiId, stage, editable }: StageProps) {
  const router = useRouter();
  const { stageName, stageVariables: stored } = stage;
  const [variables, setVariables] = useState(stored);
  const action = useAction(updateStage, {
    fields: Object.keys(variables).map((name) => `stageVariables.${name}`),
  });
  const changed = JSON.stringify(variables) !== JSON.stringify(stored);
  useUnsavedGuard(changed);
  const save = async () => {
    // V2's update merges: an empty text takes a variable away.
    const gone = Object.keys(stored).filter((name) => !Object.hasOwn(variables, name));
    const stageVariables = { ...variables, ...Object.fromEntries(gone.map((name) => [name, ''])) };
    if (!(await action.run({ apiId, stageName, stageVariables }))) return;
    toast('Stage variables saved');
    router.refresh();
  };
  useSaveShortcut(() => void save(), changed);
  return (
    <Section
      title="Stage variables"
      description="Used as ${stageVariables.name} in integration URIs, and as $stageVariables.name in parameter mappings."
    >
      <div className="grid max-w-2xl gap-3">
        <FormError>{action.rest}</FormError>
        <KeyValueEditor
          value={variables}
          onChange={setVariables}
          what="Variable"
          readOnly={!editable}
          errorOf={(key) => action.errorOf(`stageVariables.${key}`)}
        />
        {editable && (
          <Button onClick={save} disabled={!changed} busy={action.pending} className="justify-self-start">
            Save variables
          </Button>
        )}
      </div>
    </Section>
  );
}
