'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { namesFunctions } from './namesFunctions';

/** Whether an import also lets the API invoke what its document names; asked where it names functions of ours. */
export function usePermit(
  document: string,
  functionArns: readonly string[],
): { permit: boolean; tick: ReactNode } {
  const [isWanted, setWanted] = useState(true);
  const isAsked = useMemo(() => namesFunctions(document, functionArns), [document, functionArns]);
  const tick = isAsked && (
    <Checkbox
      label="Let this API invoke the functions that the document names"
      checked={isWanted}
      onChange={(event) => setWanted(event.target.checked)}
    />
  );
  return { permit: isAsked && isWanted, tick };
}
