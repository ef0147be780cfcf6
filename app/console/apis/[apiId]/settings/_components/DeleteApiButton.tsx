'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWeekOfTraffic } from '@/app/console/_components/useWeekOfTraffic';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { RestApi } from '@/lib/control/control';
import { deleteRestApi } from '../../../actions';
import { trafficWords } from './trafficWords';

export function DeleteApiButton({ api }: { api: RestApi }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteRestApi);
  const confirm = async () => {
    const gone = await action.run({ restApiId: api.id });
    if (!gone) return false;
    router.push('/console');
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete API
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="API"
        name={api.name}
        typeName
        error={action.rest}
        onDelete={confirm}
      >
        <WeekOfCalls restApiId={api.id} />
        <p>
          {api.methodCount} {api.methodCount === 1 ? 'method' : 'methods'} and{' '}
          {api.stageNames.length === 0 ? 'no stage' : `the stages ${api.stageNames.join(', ')}`} go with it.
          Callers get 403 from then on. An export is the only way back.
        </p>
      </ConfirmDelete>
    </>
  );
}

/** Asked when the dialog opens: whom the deletion would hit. */
function WeekOfCalls({ restApiId }: { restApiId: string }) {
  const week = useWeekOfTraffic({ restApiId });
  return <p aria-live="polite">{week ? trafficWords(week) : 'Counting the calls of the last 7 days…'}</p>;
}
