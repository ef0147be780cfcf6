'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { useAction } from '@/components/ui/useAction';
import type { CanarySettings, Stage } from '@/lib/model/stage';
import { promoteCanary } from '../../actions';

/** Says what a promotion changes, before it does. */
export function PromoteDialog(props: {
  stage: Stage;
  canary: CanarySettings;
  onClose: () => void;
  onPromoted: () => void;
}) {
  const { stage, canary } = props;
  const { restApiId, stageName } = stage;
  const router = useRouter();
  const action = useAction(promoteCanary);
  const promote = async () => {
    if (!(await action.run({ restApiId, stageName }))) return;
    props.onClose();
    props.onPromoted();
    router.refresh();
  };
  const changed = Object.entries(canary.stageVariableOverrides).filter(
    ([name, value]) => stage.variables[name] !== value,
  );
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={`Promote the canary of ${stageName}`}
      footer={
        <>
          <Button onClick={props.onClose}>Keep the canary</Button>
          <Button variant="primary" busy={action.pending} onClick={() => void promote()}>
            Promote to {stageName}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <FormError>{action.rest}</FormError>
        <p>
          {stage.deploymentId === canary.deploymentId ? (
            <>Stage and canary serve the same deployment.</>
          ) : (
            <>
              All calls get deployment <code className="font-mono text-small">{canary.deploymentId}</code>{' '}
              instead of <code className="font-mono text-small">{stage.deploymentId}</code>.
            </>
          )}
        </p>
        {changed.length > 0 && (
          <div>
            <p>Variables of the stage that change:</p>
            <ul className="list-disc pl-5 font-mono text-small">
              {changed.map(([name, value]) => (
                <li key={name} className="break-all">
                  {name}: {stage.variables[name] ?? '(none)'} → {value}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="text-muted">The canary stays, with 0 % of the calls.</p>
      </div>
    </Dialog>
  );
}
