'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { IconButton } from '@/components/ui/IconButton';
import { Select } from '@/components/ui/Select';
import { MethodRows } from './MethodRows';
import type { StageDraft } from './planDraft';
import type { StageChoice } from './stageChoices';
import type { PlanPartProps } from './UsagePlanForm';

const keyOf = ({ apiId, stage }: { apiId: string; stage: string }) => `${apiId}/${stage}`;

/** The stages that the plan opens, each with limits of its methods; further ones from those that exist. */
export function StageRows(props: PlanPartProps & { choices: StageChoice[]; editable: boolean }) {
  const { draft, set, errorOf, choices } = props;
  const labels = new Map(choices.map((choice) => [keyOf(choice), choice.label]));
  const taken = new Set(draft.stages.map(keyOf));
  const replace = (next: StageDraft) =>
    set({ stages: draft.stages.map((stage) => (keyOf(stage) === keyOf(next) ? next : stage)) });
  return (
    <div className="grid gap-3">
      <FormError>{errorOf('apiStages')}</FormError>
      {draft.stages.length === 0 && <p className="text-muted">No stage yet: the plan's keys open nothing.</p>}
      {draft.stages.map((stage, index) => (
        <StageRow
          key={keyOf(stage)}
          stage={stage}
          index={index}
          label={labels.get(keyOf(stage)) ?? keyOf(stage)}
          editable={props.editable}
          errorOf={errorOf}
          onChange={replace}
          onRemove={() => set({ stages: draft.stages.filter((each) => each !== stage) })}
        />
      ))}
      {props.editable && (
        <AddStage
          none={choices.length === 0}
          free={choices.filter((choice) => !taken.has(keyOf(choice)))}
          onAdd={({ apiId, stage }) => set({ stages: [...draft.stages, { apiId, stage, methods: [] }] })}
        />
      )}
    </div>
  );
}

function StageRow(props: {
  stage: StageDraft;
  index: number;
  label: string;
  editable: boolean;
  errorOf: PlanPartProps['errorOf'];
  onChange: (stage: StageDraft) => void;
  onRemove: () => void;
}) {
  const error = props.errorOf(`apiStages.${props.index}`);
  return (
    <div className="grid gap-2 rounded-md border px-3 py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 break-words font-medium">{props.label}</span>
        {props.editable && (
          <IconButton label={`Remove ${props.label}`} onClick={props.onRemove}>
            <X />
          </IconButton>
        )}
      </div>
      {error && (
        <p role="alert" className="text-danger text-small">
          {error}
        </p>
      )}
      <MethodRows {...props} />
    </div>
  );
}

function AddStage(props: { none: boolean; free: StageChoice[]; onAdd: (choice: StageChoice) => void }) {
  const [chosen, setChosen] = useState('');
  const choice = props.free.find((each) => keyOf(each) === chosen) ?? props.free[0];
  if (props.none) return <p className="text-muted">No API is deployed to a stage yet.</p>;
  if (!choice) return null;
  return (
    <div className="flex max-w-xl gap-2">
      <Select
        aria-label="Stage to add"
        className="min-w-0 flex-1"
        value={keyOf(choice)}
        onChange={(event) => setChosen(event.target.value)}
        options={props.free.map((each) => ({ value: keyOf(each), label: each.label }))}
      />
      <Button onClick={() => props.onAdd(choice)}>
        <Plus aria-hidden />
        Add stage
      </Button>
    </div>
  );
}
