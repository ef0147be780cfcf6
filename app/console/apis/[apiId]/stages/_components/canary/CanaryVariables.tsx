'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { Th } from '@/components/ui/tableCells';
import { CanaryVariableLine } from './CanaryVariableLine';
import { type VariableDraft, variableField, withNewVariable } from './canaryDraft';

/** Every variable with the stage's value beside the canary's, and those of the canary alone. */
export function CanaryVariables(props: {
  variables: VariableDraft[];
  editable: boolean;
  errorOf: (field: string) => string | undefined;
  onChange: (variables: VariableDraft[]) => void;
}) {
  const { variables, editable, onChange } = props;
  const set = (id: number, change: Partial<VariableDraft>) =>
    onChange(variables.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const remove = ({ id, stageValue }: VariableDraft) =>
    stageValue === undefined
      ? onChange(variables.filter((each) => each.id !== id))
      : set(id, { overridden: false, value: stageValue });
  return (
    <div className="grid min-w-0 gap-2">
      <p className="font-medium">Stage variables</p>
      {variables.length === 0 && <p className="text-muted">The stage has none.</p>}
      {variables.length > 0 && (
        <div className="min-w-0 rounded-md border">
          <table aria-label="Variables of the canary" className="w-full table-fixed text-left max-sm:block">
            <thead className="max-sm:sr-only">
              <tr>
                <Th className="w-1/4">Name</Th>
                <Th className="w-[30%]">Stage</Th>
                <Th>Canary</Th>
              </tr>
            </thead>
            <tbody className="max-sm:block max-sm:divide-y">
              {variables.map((variable) => (
                <CanaryVariableLine
                  key={variable.id}
                  variable={variable}
                  editable={editable}
                  error={props.errorOf(variableField(variable.name))}
                  onChange={(change) => set(variable.id, change)}
                  onRemove={() => remove(variable)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editable && (
        <Button size="sm" onClick={() => onChange(withNewVariable(variables))} className="justify-self-start">
          <Plus aria-hidden /> Add variable of the canary alone
        </Button>
      )}
    </div>
  );
}
