'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import { joinPath } from '@/lib/model/pathPart';
import type { Resource } from '@/lib/model/restApi';
import { createResource } from '../../actions';
import { toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';

const fields = ['pathPart'];

/** A resource below `parent`. */
export function CreateResourceDialog({ parent, onClose }: { parent: Resource; onClose: () => void }) {
  const { restApiId } = useWorkspace();
  const { go } = usePlace();
  const [pathPart, setPathPart] = useState('');
  const action = useAction(createResource, { fields });
  const create = async () => {
    const made = await action.run({ restApiId, parentId: parent.id, pathPart });
    if (!made) return;
    onClose();
    go(toPlace(made.resourceId));
  };
  return (
    <FormDialog
      title={`Create resource below ${parent.path}`}
      submit="Create resource"
      busy={action.pending}
      error={action.rest}
      onClose={onClose}
      onSubmit={create}
    >
      <Field
        label="Path part"
        required
        help="A word, {name} for one variable segment, or {name+} for all that follows."
        error={action.errorOf('pathPart')}
      >
        <Input
          mono
          autoFocus
          placeholder="{petId}"
          value={pathPart}
          onChange={(event) => setPathPart(event.target.value)}
        />
      </Field>
      <p className="break-all text-muted">
        Path: <span className="font-mono">{joinPath(parent.path, pathPart || '…')}</span>
      </p>
    </FormDialog>
  );
}
