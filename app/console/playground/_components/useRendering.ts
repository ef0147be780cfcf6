'use client';

import { useEffect, useMemo, useState } from 'react';
import { type ActionFault, useAction } from '@/components/ui/useAction';
import type { TemplateOutcome } from '@/lib/control/control';
import { renderTemplate } from '../actions';
import type { Draft } from './Draft';
import { type Faults, readTrial } from './readTrial';

const settleMs = 250;

export interface Rendering {
  /** the newest answer; it may be of an earlier draft while `pending` */
  outcome: TemplateOutcome | undefined;
  pending: boolean;
  /** what is wrong with the JSON of the input */
  faults: Faults;
  /** what the operation refused */
  refused: ActionFault | null;
}

/** Renders a draft whenever typing rests. */
export function useRendering(draft: Draft): Rendering {
  const { run, error } = useAction(renderTemplate);
  const [answer, setAnswer] = useState<{ of: Draft; outcome: TemplateOutcome | undefined }>();
  const read = useMemo(() => readTrial(draft), [draft]);
  const trial = 'trial' in read ? read.trial : undefined;

  useEffect(() => {
    if (!trial) return;
    let current = true;
    const timer = setTimeout(async () => {
      const outcome = await run(trial);
      if (current) setAnswer((before) => ({ of: draft, outcome: outcome ?? before?.outcome }));
    }, settleMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [trial, draft, run]);

  return {
    outcome: answer?.outcome,
    pending: trial !== undefined && answer?.of !== draft,
    faults: 'faults' in read ? read.faults : {},
    refused: error,
  };
}
