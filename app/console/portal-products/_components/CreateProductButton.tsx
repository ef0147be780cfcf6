'use client';

import { Button } from '@/components/ui/Button';
import { useUrlState } from '@/components/ui/useUrlState';

/** Opens the dialog that the list keeps. */
export function CreateProductButton() {
  const [, setCreate] = useUrlState('create');
  return (
    <Button variant="primary" onClick={() => setCreate('1')}>
      Create product
    </Button>
  );
}
