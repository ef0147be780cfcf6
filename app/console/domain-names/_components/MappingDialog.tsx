'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { saveMapping } from '../actions';
import { mappedUrl } from './mappedUrl';
import { type MappableApi, type MappingRow, shownBasePath } from './mappingRows';

const fields = ['basePath', 'restApiId', 'stage'];

/** A new base path, or `mapping` with its changes. */
export function MappingDialog(props: {
  domainName: string;
  mapping?: MappingRow | undefined;
  apis: MappableApi[];
  onClose: () => void;
}) {
  const { domainName, mapping, apis } = props;
  const action = useAction(saveMapping, { fields });
  const [basePath, setBasePath] = useState(mapping?.basePath ?? '');
  const [restApiId, setRestApiId] = useState(mapping?.restApiId ?? '');
  const [stage, setStage] = useState(mapping?.stage ?? '');
  const chooseApi = (id: string) => {
    setRestApiId(id);
    setStage(apis.find((api) => api.id === id)?.stageNames[0] ?? '');
  };
  const save = async () => {
    const input = { basePath: basePath.trim(), restApiId, stage };
    const saved = await action.run({ domainName, ...(mapping && { basePath: mapping.basePath }), input });
    if (!saved) return;
    toast(`Base path ${shownBasePath(saved.basePath)} saved`);
    props.onClose();
  };
  return (
    <FormDialog
      title={mapping ? `Edit base path ${shownBasePath(mapping.basePath)}` : 'Add base path mapping'}
      submit={mapping ? 'Save mapping' : 'Add mapping'}
      busy={action.pending}
      disabled={restApiId === ''}
      error={action.rest}
      onClose={props.onClose}
      onSubmit={save}
    >
      <Field
        label="Base path"
        help="One part of a path, without a slash. Empty is (none): what no other base path fits."
        error={action.errorOf('basePath')}
      >
        <Input
          mono
          spellCheck={false}
          autoCapitalize="none"
          placeholder="(none)"
          value={basePath}
          onChange={(event) => setBasePath(event.target.value)}
        />
      </Field>
      <Field label="API" required error={action.errorOf('restApiId')}>
        <Select
          value={restApiId}
          options={apiOptions(apis, mapping)}
          onChange={(event) => chooseApi(event.target.value)}
        />
      </Field>
      <Field
        label="Stage"
        help={
          restApiId !== '' && stage === ''
            ? 'The part of the path behind the base path names the stage.'
            : undefined
        }
        error={action.errorOf('stage')}
      >
        <Select
          disabled={restApiId === ''}
          value={stage}
          options={stageOptions(apis, restApiId, stage)}
          onChange={(event) => setStage(event.target.value)}
        />
      </Field>
      {restApiId !== '' && (
        <p className="text-muted">
          Answers{' '}
          <span className="break-all font-mono text-small">
            {mappedUrl(domainName, { basePath: basePath.trim().replace('(none)', ''), stage })}
          </span>
        </p>
      )}
    </FormDialog>
  );
}

function apiOptions(apis: readonly MappableApi[], mapping: MappingRow | undefined) {
  const known = apis.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` }));
  if (!mapping) return [{ value: '', label: 'Choose an API' }, ...known];
  const isListed = apis.some(({ id }) => id === mapping.restApiId);
  return isListed ? known : [{ value: mapping.restApiId, label: mapping.restApiId }, ...known];
}

/** What is chosen stays a choice, also where its stage was deleted meanwhile. */
function stageOptions(apis: readonly MappableApi[], restApiId: string, stage: string) {
  if (restApiId === '') return [{ value: '', label: 'Choose an API first' }];
  const names = apis.find(({ id }) => id === restApiId)?.stageNames ?? [];
  const shown = stage === '' || names.includes(stage) ? names : [...names, stage];
  return [...shown.map((name) => ({ value: name, label: name })), { value: '', label: 'Named by the path' }];
}
