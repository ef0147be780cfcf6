'use client';

import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { resetAuthorizersCache } from '../actions';
import type { StageProps } from './StageDetail';

/** Lambda authorizers keep what they said for their time to live; this forgets it. */
export function ResetAuthorizersCache({ apiId, stage }: StageProps) {
  const action = useAction(resetAuthorizersCache, { announce: true });
  const { stageName } = stage;
  const reset = async () => {
    if (await action.run({ apiId, stageName })) toast(`Authorizers of ${stageName} are asked again`);
  };
  return (
    <Section
      title="Authorizers’ cache"
      description="What Lambda authorizers said is forgotten; the next call asks them."
    >
      <Button onClick={reset} busy={action.pending} className="justify-self-start">
        Forget authorizers’ results
      </Button>
    </Section>
  );
}
