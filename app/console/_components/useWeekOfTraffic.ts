'use client';

import { useEffect, useState } from 'react';
import { useAction } from '@/components/ui/useAction';
import type { WeekOfTraffic } from '@/lib/model/usage';
import { weekOfTraffic } from '../actions';

/** Null until it is known. */
export function useWeekOfTraffic({ restApiId, apiKeyId }: { restApiId?: string; apiKeyId?: string }) {
  const [week, setWeek] = useState<WeekOfTraffic | null>(null);
  const { run } = useAction(weekOfTraffic);
  useEffect(() => {
    void run({ restApiId, apiKeyId }).then((answer) => setWeek(answer ?? null));
  }, [run, restApiId, apiKeyId]);
  return week;
}
