'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { useAction } from '@/components/ui/useAction';
import { createSampleApi } from '../../actions';

/** AWS's pet store, with its backend inside Gatehouse. */
export function SampleForm() {
  const router = useRouter();
  const action = useAction(createSampleApi);
  const create = async () => {
    const api = await action.run({});
    if (api) router.push(`/console/apis/${api.id}/resources`);
  };
  return (
    <div className="grid max-w-xl gap-4">
      <FormError>{action.rest}</FormError>
      <p className="text-muted">
        The pet store of Amazon's own example: a MOCK method that answers a page, HTTP integrations with
        mapped parameters, and CORS. Its backend runs inside Gatehouse, so that every call works offline.
      </p>
      <Button variant="primary" onClick={create} busy={action.pending} className="justify-self-start">
        Create the sample API
      </Button>
    </div>
  );
}
