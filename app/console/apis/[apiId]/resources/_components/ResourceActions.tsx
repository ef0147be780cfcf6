'use client';

import { FolderPlus, Globe, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import type { Resource } from '@/lib/model/restApi';
import { CreateMethodButton } from './CreateMethodButton';
import { CreateResourceDialog } from './dialogs/CreateResourceDialog';
import { DeleteResourceDialog } from './dialogs/DeleteResourceDialog';
import { EnableCorsDialog } from './dialogs/EnableCorsDialog';
import { RenameResourceDialog } from './dialogs/RenameResourceDialog';

type Open = 'resource' | 'rename' | 'cors' | 'delete';

/** What can be done with a resource. The root can be neither renamed nor deleted. */
export function ResourceActions({ resource, withCreate }: { resource: Resource; withCreate: boolean }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isRoot = resource.parentId === undefined;
  return (
    <div className="ml-auto flex flex-wrap gap-2">
      {withCreate && <CreateMethodButton resource={resource} />}
      <Button onClick={() => setOpen('resource')}>
        <FolderPlus aria-hidden />
        Create resource
      </Button>
      <DropdownMenu
        trigger={
          <IconButton label="More actions" variant="secondary">
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
        items={[
          { label: 'Enable CORS', icon: <Globe aria-hidden />, onSelect: () => setOpen('cors') },
          {
            label: 'Rename',
            icon: <Pencil aria-hidden />,
            disabled: isRoot,
            onSelect: () => setOpen('rename'),
          },
          {
            label: 'Delete resource',
            icon: <Trash2 aria-hidden />,
            danger: true,
            disabled: isRoot,
            onSelect: () => setOpen('delete'),
          },
        ]}
      />
      {open === 'resource' && <CreateResourceDialog parent={resource} onClose={close} />}
      {open === 'rename' && <RenameResourceDialog resource={resource} onClose={close} />}
      {open === 'cors' && <EnableCorsDialog resource={resource} onClose={close} />}
      {open === 'delete' && <DeleteResourceDialog resource={resource} onClose={close} />}
    </div>
  );
}
