'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Progress } from '@/components/ui/Progress';
import { Section } from '@/components/ui/Section';
import { useAction } from '@/components/ui/useAction';
import { flushCache } from '../../actions';

/** Empties the cache; says when no worker answers from what was in it any more. */
export function FlushCache(key: { restApiId: string; stageName: string }) {
  const [took, setTook] = useState<number | null>(null);
  const action = useAction(flushCache);
  const flush = async () => {
    setTook(null);
    const done = await action.run(key);
    if (done) setTook(done.milliseconds);
  };
  return (
    <Section
      title="Flush"
      description="Forgets every answer of this stage, on all workers. The next call of each kind asks the backend."
    >
      <FormError>{action.rest}</FormError>
      <div className="flex min-h-control flex-wrap items-center gap-4">
        <Button onClick={() => void flush()} busy={action.pending}>
          Flush cache of {key.stageName}
        </Button>
        {action.pending && (
          <div className="w-64">
            <Progress label="Emptying the cache on every worker" />
          </div>
        )}
        <p role="status" className="text-muted">
          {took !== null &&
            !action.pending &&
            `Empty since ${took} ms after the click: no worker answers from it.`}
        </p>
      </div>
    </Section>
  );
}
