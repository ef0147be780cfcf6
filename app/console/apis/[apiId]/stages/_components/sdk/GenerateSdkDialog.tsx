'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { saveFile } from '@/components/ui/saveFile';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { sdkTypes } from '@/lib/model/sdkType';
import { generateSdk } from '../../actions';
import { fieldOf, fieldsOf, valuesOf } from './sdkForm';

const options = sdkTypes.map(({ id, friendlyName }) => ({ value: id, label: friendlyName }));

/** A client of what the stage serves, made on the server and saved as a zip. */
export function GenerateSdkDialog(props: { restApiId: string; stageName: string; onClose: () => void }) {
  const { restApiId, stageName, onClose } = props;
  const [sdkType, setSdkType] = useState('javascript');
  const [typed, setTyped] = useState<Record<string, string>>({});
  const type = sdkTypes.find(({ id }) => id === sdkType);
  const action = useAction(generateSdk, { fields: fieldsOf(type) });
  const save = async () => {
    const parameters = valuesOf(type, typed);
    const made = await action.run({ restApiId, stageName, sdkType, parameters });
    if (!made) return;
    saveFile(made.fileName, 'application/zip', made.body);
    toast(`${made.fileName} saved`);
    onClose();
  };
  return (
    <FormDialog
      title={`Generate SDK for stage ${stageName}`}
      submit="Generate and download"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={save}
    >
      <p className="text-muted">
        A client of what this stage serves now: its methods, models as types, API keys and signatures. It
        needs no other library.
      </p>
      <Field label="SDK type" help={`${type?.description ?? ''}.`}>
        <Select
          value={sdkType}
          options={options}
          onChange={(event) => {
            action.reset();
            setSdkType(event.target.value);
          }}
        />
      </Field>
      {type?.configurationProperties.map(({ name, friendlyName, description, required, defaultValue }) => (
        <Field
          key={`${sdkType} ${name}`}
          label={friendlyName}
          required={required}
          help={`${description}.${defaultValue === undefined ? '' : ` Empty: ${defaultValue}.`}`}
          error={action.errorOf(fieldOf(name))}
        >
          <Input
            mono
            spellCheck={false}
            autoCapitalize="none"
            placeholder={defaultValue}
            value={typed[name] ?? ''}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        </Field>
      ))}
    </FormDialog>
  );
}
