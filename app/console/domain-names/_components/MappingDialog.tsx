'use client';

import { useState } from 'react';
import { type ApiKind, workspaces } from '@/components/console/places';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { saveMapping } from '../actions';
import { mappedUrl } from './mappedUrl';
import { type MappableApi, type MappingRow, shownBasePath } from './mappingRows';

const fields = ['basePath', 'apiMappingKey', 'restApiId', 'apiId', 'stage'];

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
  const kind = apis.find(({ id }) => id === restApiId)?.kind ?? mapping?.kind ?? 'REST';
  const chooseApi = (id: string) => {
    setRestApiId(id);
    setStage(apis.find((api) => api.id === id)?.stageNames[0] ?? '');
  };
  const save = async () => {
    const input = { basePath: basePath.trim(), restApiId, stage };
    const apiMappingId = mapping?.apiMappingId;
    const saved = await action.run({ domainName, kind, input, ...(apiMappingId && { apiMappingId }) });
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
        help={
          kind === 'REST'
            ? 'One part of a path, without a slash. Empty is (none): what no other base path fits.'
            : 'One part of a path or several, as orders/v2. Empty is (none): what no other base path fits.'
        }
        error={action.errorOf('basePath') ?? action.errorOf('apiMappingKey')}
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
      <Field label="API" required error={action.errorOf('restApiId') ?? action.errorOf('apiId')}>
        <Select
          value={restApiId}
          options={apiOptions(apis, mapping)}
          onChange={(event) => chooseApi(event.target.value)}
        />
      </Field>
      <Field
        label="Stage"
        help={
          kind === 'REST' && restApiId !== '' && stage === ''
            ? 'The part of the path behind the base path names the stage.'
            : undefined
        }
        error={action.errorOf('stage')}
      >
        <Select
          disabled={restApiId === ''}
          value={stage}
          options={stageOptions(apis, restApiId, stage, kind)}
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
  const known = apis.map(({ id, name, kind }) => ({
    value: id,
    label: `${name} · ${workspaces[kind].word} · ${id}`,
  }));
  if (!mapping) return [{ value: '', label: 'Choose an API' }, ...known];
  const isListed = apis.some(({ id }) => id === mapping.restApiId);
  return isListed ? known : [{ value: mapping.restApiId, label: mapping.restApiId }, ...known];
}

/** What is chosen stays a choice, also where its stage was deleted meanwhile. */
function stageOptions(apis: readonly MappableApi[], restApiId: string, stage: string, kind: ApiKind) {
  if (restApiId === '') return [{ value: '', label: 'Choose an API first' }];
  const names = apis.find(({ id }) => id === restApiId)?.stageNames ?? [];
  const shown = stage === '' || names.includes(stage) ? names : [...names, stage];
  const options = shown.map((name) => ({ value: name, label: name }));
  // Only REST APIs let the path choose; the others need a stage.
  const none = kind === 'REST' ? 'Named by the path' : 'Choose a stage';
  return kind === 'REST' || stage === '' ? [...options, { value: '', label: none }] : options;
}
