'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { FunctionAlias } from '@/lib/model/function';
import { saveFunctionAlias } from '../../../actions';
import { versionWords } from './versionWords';

const fields = ['name', 'alias', 'functionVersion', 'description'];

/** A new alias, or another version for one that there is. */
export function AliasDialog(props: {
  functionName: string;
  versions: string[];
  alias: FunctionAlias | undefined;
  onClose: () => void;
}) {
  const { functionName, versions, alias, onClose } = props;
  const action = useAction(saveFunctionAlias, { fields });
  const [name, setName] = useState(alias?.name ?? '');
  const [functionVersion, setVersion] = useState(alias?.functionVersion ?? versions[0] ?? '$LATEST');
  const [description, setDescription] = useState(alias?.description ?? '');
  const save = async () => {
    const input = { functionVersion, ...(description.trim() && { description: description.trim() }) };
    const done = await action.run({ functionName, alias: name.trim(), ...input });
    if (!done) return;
    toast(`Alias ${done.name} points at ${versionWords(done.functionVersion)}`);
    onClose();
  };
  return (
    <FormDialog
      title={alias ? `Edit alias ${alias.name}` : 'Create alias'}
      submit={alias ? 'Save alias' : 'Create alias'}
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      {!alias && (
        <Field
          label="Name"
          required
          help="Letters, digits, - and _; not a number."
          error={action.errorOf('alias') ?? action.errorOf('name')}
        >
          <Input
            mono
            autoFocus
            spellCheck={false}
            placeholder="live"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      )}
      <Field label="Version" error={action.errorOf('functionVersion')}>
        <Select
          options={[
            ...versions.map((version) => ({ value: version, label: `Version ${version}` })),
            { value: '$LATEST', label: '$LATEST: the code as it is now' },
          ]}
          value={functionVersion}
          onChange={(event) => setVersion(event.target.value)}
        />
      </Field>
      <Field label="Description" error={action.errorOf('description')}>
        <Input value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
