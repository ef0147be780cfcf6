'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { isVariable } from '@/lib/model/pathPart';
import type { Resource } from '@/lib/model/restApi';
import { renameResource } from '../../actions';
import { useWorkspace } from '../Workspace';
import { resourcesBelow } from './resourcesBelow';

const fields = ['pathPart'];

/** A new path part; all below moves along. */
export function RenameResourceDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { restApiId, resources } = useWorkspace();
  const [pathPart, setPathPart] = useState(resource.pathPart ?? '');
  const action = useAction(renameResource, { fields });
  const below = resourcesBelow(resources, resource).length - 1;
  const rename = async () => {
    const renamed = await action.run({ restApiId, resourceId: resource.id, pathPart });
    if (!renamed) return;
    toast.success(`${resource.path} is now ${renamed.path}`);
    onClose();
  };
  return (
    <FormDialog
      title={`Rename ${resource.path}`}
      submit="Rename"
      busy={action.pending}
      disabled={pathPart === resource.pathPart}
      error={action.rest}
      onClose={onClose}
      onSubmit={rename}
    >
      <Field label="Path part" required error={action.errorOf('pathPart')}>
        <Input mono autoFocus value={pathPart} onChange={(event) => setPathPart(event.target.value)} />
      </Field>
      <p className="text-muted">
        {below > 0 && `${below} ${below === 1 ? 'resource' : 'resources'} below it get the new path too. `}
        {isVariable(resource.pathPart ?? '') &&
          `Parameters, mappings and URIs that name ${resource.pathPart} stay as they are: change them in the methods. `}
        Deployed stages keep the old path until the next deployment.
      </p>
    </FormDialog>
  );
}
