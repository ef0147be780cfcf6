'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import type { MappableApi } from './mappingRows';
import { fieldOf, type RuleDraft } from './ruleDraft';

/** Where a rule leads: a stage of a REST API, as on AWS. */
export function RuleTargetFields(props: {
  apis: MappableApi[];
  apiId: string;
  stage: string;
  errorOf: (field: string) => string | undefined;
  onChange: (target: Pick<RuleDraft, 'apiId' | 'stage'>) => void;
}) {
  const { apiId, stage, errorOf } = props;
  const apis = props.apis.filter(({ kind }) => kind === 'REST');
  const stageNames = apis.find(({ id }) => id === apiId)?.stageNames ?? [];
  const choose = (id: string) => {
    const names = apis.find((api) => api.id === id)?.stageNames ?? [];
    props.onChange({ apiId: id, stage: names.includes(stage) ? stage : (names[0] ?? '') });
  };
  const [apiError, stageError] = [errorOf(fieldOf.apiId), errorOf(fieldOf.stage)];
  return (
    <div className="grid gap-4 border-t pt-4 sm:grid-cols-2">
      <Field
        label="REST API"
        required
        help={apis.length === 0 ? 'There is no REST API yet to lead to.' : undefined}
        {...(apiError && { error: apiError })}
      >
        <Select
          value={apiId}
          options={apiOptions(apis, apiId)}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      <Field
        label="Stage"
        required
        help={
          apiId !== '' && stageNames.length === 0 ? 'This API has no stage yet: deploy it first.' : undefined
        }
        {...(stageError && { error: stageError })}
      >
        <Select
          disabled={apiId === ''}
          value={stage}
          options={stageOptions(stageNames, apiId, stage)}
          onChange={(event) => props.onChange({ apiId, stage: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** What is chosen stays a choice, also where it is gone. */
function apiOptions(apis: readonly MappableApi[], apiId: string) {
  const known = apis.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` }));
  if (apiId === '') return [{ value: '', label: 'Choose an API' }, ...known];
  return apis.some(({ id }) => id === apiId) ? known : [{ value: apiId, label: apiId }, ...known];
}

function stageOptions(stageNames: readonly string[], apiId: string, stage: string) {
  if (apiId === '') return [{ value: '', label: 'Choose an API first' }];
  const shown = stageNames.includes(stage) ? stageNames : [stage, ...stageNames];
  return shown.map((name) => ({ value: name, label: name || 'Choose a stage' }));
}
