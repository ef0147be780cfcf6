'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { FormError } from '@/components/ui/FormError';
import { Progress } from '@/components/ui/Progress';
import { Section } from '@/components/ui/Section';
import { type ActionResult, useAction } from '@/components/ui/useAction';

export interface StageKey {
  restApiId: string;
  stageName: string;
}

/** A button that empties a cache of a stage, and how long it took until no worker had any of it. */
export function Flush(props: {
  title: string;
  description: string;
  button: string;
  done: string;
  stage: StageKey;
  action: (key: StageKey) => Promise<ActionResult<{ milliseconds: number }>>;
}) {
  const [took, setTook] = useState<number | null>(null);
  const action = useAction(props.action);
  const flush = async () => {
    setTook(null);
    const done = await action.run(props.stage);
    if (done) setTook(done.milliseconds);
  };
  return (
    <Section title={props.title} description={props.description}>
      <FormError>{action.rest}</FormError>
      <div className="flex min-h-control flex-wrap items-center gap-4">
        <Button onClick={() => void flush()} busy={action.pending}>
          {props.button}
        </Button>
        {action.pending && (
          <div className="w-64">
            <Progress label="Emptying the cache on every worker" />
          </div>
        )}
        <p role="status" className="text-muted">
          {took !== null && !action.pending && `Empty since ${took} ms after the click: ${props.done}`}
        </p>
      </div>
    </Section>
  );
}
