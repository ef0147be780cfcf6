'use client';

import { Button } from '@/components/ui/Button';
import { useUrlState } from '@/components/ui/useUrlState';
import { GenerateSdkDialog } from './GenerateSdkDialog';

/** `?sdk=1` opens the dialog too. */
export function GenerateSdkButton(props: { restApiId: string; stageName: string }) {
  const [open, setOpen] = useUrlState('sdk');
  return (
    <>
      <Button size="sm" onClick={() => setOpen('1')}>
        Generate SDK
      </Button>
      {open === '1' && <GenerateSdkDialog {...props} onClose={() => setOpen('')} />}
    </>
  );
}
