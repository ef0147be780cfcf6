'use client';

import { PercentField } from '@/components/console/PercentField';
import { Field } from '@/components/ui/Field';
import { Switch } from '@/components/ui/Switch';
import type { DeployDraft, DeployTarget } from './deployDraft';

/** Whether all calls of the stage get the deployment or a canary's share of them. A canary that is there gets it. */
export function CanaryChoice(props: {
  target: DeployTarget;
  draft: DeployDraft;
  set: (change: Partial<DeployDraft>) => void;
  error: string | undefined;
}) {
  const { target, draft, set } = props;
  const hasCanary = target.canaryPercent !== undefined;
  return (
    <>
      {hasCanary ? (
        <p className="rounded-md border bg-panel px-3 py-2">
          <strong className="font-medium">
            {target.stageName} has a canary: this deployment goes to it.
          </strong>{' '}
          All other calls stay with what {target.stageName} serves now, until the canary is promoted on the
          Stages tab, or deleted there.
        </p>
      ) : (
        <Field
          label="Deploy as canary"
          help={`Off, every call of ${target.stageName} gets the new deployment at once.`}
          inline
        >
          <Switch checked={draft.asCanary} onCheckedChange={(asCanary) => set({ asCanary })} />
        </Field>
      )}
      {draft.asCanary && (
        <PercentField
          label="Share of the calls that the canary gets"
          value={draft.percentTraffic}
          error={props.error}
          onChange={(percentTraffic) => set({ percentTraffic })}
        />
      )}
    </>
  );
}
