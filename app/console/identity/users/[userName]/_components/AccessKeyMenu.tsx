'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { deleteAccessKey, updateAccessKey } from '@/app/console/identity/actions';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { AccessKey } from '@/lib/model/identity';

/** Deactivating can be taken back; deleting cannot, and so it asks. */
export function AccessKeyMenu({ userName, accessKey }: { userName: string; accessKey: AccessKey }) {
  const { accessKeyId, status } = accessKey;
  const [asks, setAsks] = useState(false);
  const change = useAction(updateAccessKey, { announce: true });
  const removal = useAction(deleteAccessKey);
  const other = status === 'Active' ? 'Inactive' : 'Active';
  const turn = async () => {
    if (await change.run({ userName, accessKeyId, status: other }))
      toast(other === 'Active' ? 'Access key activated' : 'Access key deactivated: calls with it get 403');
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={`Actions for ${accessKeyId}`} className="size-7">
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={[
          { label: other === 'Active' ? 'Activate' : 'Deactivate', onSelect: () => void turn() },
          { kind: 'separator' },
          { label: 'Delete', danger: true, onSelect: () => setAsks(true) },
        ]}
      />
      <ConfirmDelete
        open={asks}
        onOpenChange={setAsks}
        what="access key"
        name={accessKeyId}
        error={removal.rest}
        onDelete={async () => Boolean(await removal.run({ userName, accessKeyId }))}
      >
        <p>
          {status === 'Active'
            ? 'Calls that it signs get 403 at once. Deactivating it first shows who still uses it, and can be taken back.'
            : 'It is inactive: nobody can sign with it now.'}
        </p>
      </ConfirmDelete>
    </>
  );
}
