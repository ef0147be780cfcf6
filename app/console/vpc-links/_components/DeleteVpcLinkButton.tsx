'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { VpcLink } from '@/lib/model/vpcLink';
import { deleteVpcLink } from '../actions';

/** Says how many methods name the link: while there is one, the operation refuses. */
export function DeleteVpcLinkButton({ link }: { link: VpcLink }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteVpcLink);
  const confirm = async () => {
    if (!(await action.run({ vpcLinkId: link.id }))) return false;
    router.push('/console/vpc-links');
    router.refresh();
    return true;
  };
  const uses = link.usedBy.length;
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete VPC link
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="VPC link"
        name={link.name}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          {uses === 0
            ? 'No method names it. A deployment that a stage still serves may: then this is refused with its name.'
            : `${uses.toLocaleString('en')} ${uses === 1 ? 'method names' : 'methods name'} it. Change their integrations, then deploy, before you delete it.`}
        </p>
      </ConfirmDelete>
    </>
  );
}
