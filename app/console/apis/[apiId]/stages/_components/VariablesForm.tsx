'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import { useAction } from '@/components/ui/useAction';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import type { Stage } from '@/lib/model/stage';
import { updateStage } from '../actions';

export function VariablesForm({ stage, editable }: { stage: Stage; editable: boolean }) {
  const router = useRouter();
  const [variables, setVariables] = useState(stage.variables);
  const fields = Object.keys(variables).map((name) => `variables.${name}`);
  const action = useAction(updateStage, { fields });
  const { restApiId, stageName } = stage;
  const changed = JSON.stringify(variables) !== JSON.stringify(stage.variables);
  useUnsavedGuard(changed);
  const save = async () => {
    if (!(await action.run({ restApiId, stageName, variables }))) return;
    toast('Stage variables saved');
    router.refresh();
  };
  return (
    <Section
      title="Stage variables"
      description="Used as ${stageVariables.name} in integration URIs and templates, and as stageVariables.name in mappings."
    >
      <div className="grid max-w-2xl gap-3">
        <FormError>{action.rest}</FormError>
        <KeyValueEditor
          value={variables}
          onChange={setVariables}
          what="Variable"
          readOnly={!editable}
          errorOf={(key) => action.errorOf(`variables.${key}`)}
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
