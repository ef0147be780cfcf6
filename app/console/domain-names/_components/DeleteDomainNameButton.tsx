'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteDomainName } from '../actions';

/** Asks, because its target domain name is never given again and DNS records name it. */
export function DeleteDomainNameButton(props: { domainName: string; mappingCount: number }) {
  const { domainName, mappingCount } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteDomainName);
  const confirm = async () => {
    if (!(await action.run({ domainName }))) return false;
    router.push('/console/domain-names');
    router.refresh();
    return true;
  };
  const mappings = `${mappingCount.toLocaleString('en')} base path ${mappingCount === 1 ? 'mapping goes' : 'mappings go'}`;
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete domain name
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="domain name"
        name={domainName}
        typeName={mappingCount > 0}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          Calls to it get 403 from then on. {mappingCount > 0 && `${mappings} with it; the APIs stay. `}
          The same name made again gets another target domain name.
        </p>
      </ConfirmDelete>
    </>
  );
}
