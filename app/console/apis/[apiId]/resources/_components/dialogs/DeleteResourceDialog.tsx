'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { Resource } from '@/lib/model/restApi';
import { deleteResource } from '../../actions';
import { toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { resourcesBelow } from './resourcesBelow';

const shownPaths = 8;

/** Names what goes with the resource: everything below it and all their methods. */
export function DeleteResourceDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { restApiId, resources } = useWorkspace();
  const { go } = usePlace();
  const action = useAction(deleteResource);
  const gone = resourcesBelow(resources, resource);
  const methods = gone.reduce((sum, each) => sum + Object.keys(each.resourceMethods).length, 0);
  const remove = async () => {
    const deleted = await action.run({ restApiId, resourceId: resource.id });
    if (deleted && resource.parentId) go(toPlace(resource.parentId), 'replace');
    return Boolean(deleted);
  };
  return (
    <ConfirmDelete
      open
      onOpenChange={(open) => open || onClose()}
      what="resource"
      name={resource.path}
      error={action.rest}
      onDelete={remove}
    >
      <p>
        {gone.length === 1 ? 'The resource' : `${gone.length} resources`} with{' '}
        {methods === 1 ? '1 method' : `${methods} methods`} will be deleted. Deployed stages keep serving them
        until the next deployment.
      </p>
      <ul className="max-h-52 overflow-y-auto font-mono text-small">
        {gone.slice(0, shownPaths).map(({ id, path, resourceMethods }) => (
          <li key={id} className="break-all py-0.5">
            {path} <span className="text-muted">{Object.keys(resourceMethods).join(' ')}</span>
          </li>
        ))}
        {gone.length > shownPaths && (
          <li className="py-0.5 text-muted">and {gone.length - shownPaths} more</li>
        )}
      </ul>
    </ConfirmDelete>
  );
}
