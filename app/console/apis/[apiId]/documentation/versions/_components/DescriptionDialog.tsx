'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import type { DocumentationVersion } from '@/lib/model/documentation';
import { updateVersion } from '../../actions';

const fields = ['description'] as const;

/** The one thing of a version that changes. */
export function DescriptionDialog(props: {
  restApiId: string;
  version: DocumentationVersion;
  onClose: () => void;
}) {
  const { restApiId, version, onClose } = props;
  const router = useRouter();
  const action = useAction(updateVersion, { fields });
  const [description, setDescription] = useState(version.description ?? '');
  const save = async () => {
    if (!(await action.run({ restApiId, version: version.version, description }))) return;
    router.refresh();
    onClose();
  };
  return (
    <FormDialog
      title={`Version ${version.version}`}
      submit="Save description"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Field label="Description" error={action.errorOf('description')}>
        <Input value={description} onChange={(event) => setDescription(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
