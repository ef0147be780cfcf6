'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteDomainName } from '../actions';

/** Asks, because its target domain name is never given again and DNS records name it. */
export function DeleteDomainNameButton(props: {
  domainName: string;
  mappingCount: number;
  ruleCount: number;
}) {
  const { domainName, mappingCount, ruleCount } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteDomainName);
  const confirm = async () => {
    if (!(await action.run({ domainName }))) return false;
    router.push('/console/domain-names');
    router.refresh();
    return true;
  };
  const total = mappingCount + ruleCount;
  const below = [counted(mappingCount, 'base path mapping'), counted(ruleCount, 'routing rule')];
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
        typeName={total > 0}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          Calls to it get 403 from then on.{' '}
          {total > 0 &&
            `${below.filter((text) => text !== '').join(' and ')} ${total === 1 ? 'goes' : 'go'} with it; the APIs stay. `}
          The same name made again gets another target domain name.
        </p>
      </ConfirmDelete>
    </>
  );
}

const counted = (count: number, what: string) =>
  count === 0 ? '' : `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
