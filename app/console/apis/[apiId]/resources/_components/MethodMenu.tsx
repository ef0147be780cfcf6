'use client';

import { MoreHorizontal, Trash2 } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { deleteMethod, restoreMethod } from '../actions';
import { toPlace, usePlace } from './usePlace';
import { useWorkspace } from './Workspace';

/** Deletes at once; the toast brings the method back with its integration and responses. */
export function MethodMenu({ resource, method }: { resource: Resource; method: Method }) {
  const remove = useDeletion(resource, method);
  return (
    <DropdownMenu
      trigger={
        <IconButton label="Actions of this method" variant="secondary">
          <MoreHorizontal aria-hidden />
        </IconButton>
      }
      items={[{ label: 'Delete method', icon: <Trash2 aria-hidden />, danger: true, onSelect: remove }]}
    />
  );
}

function useDeletion(resource: Resource, method: Method) {
  const { restApiId } = useWorkspace();
  const { go } = usePlace();
  const deletion = useAction(deleteMethod, { announce: true });
  const undo = useAction(restoreMethod, { announce: true });
  const { httpMethod } = method;
  const resourceId = resource.id;
  const restore = async () => {
    if (await undo.run({ restApiId, resourceId, method })) go(toPlace(resourceId, httpMethod));
  };
  return async () => {
    if (!(await deletion.run({ restApiId, resourceId, httpMethod }))) return;
    go(toPlace(resourceId), 'replace');
    undoToast(`${httpMethod} ${resource.path} deleted`, () => void restore());
  };
}
