import { ChangeList } from '@/components/console/ChangeList';
import { Section } from '@/components/ui/Section';
import type { StageDetailProps } from '../StageDetail';
import { CanaryActions } from './CanaryActions';
import { CanaryComparison } from './CanaryComparison';
import { CanaryForm } from './CanaryForm';

/** A part of the stage's calls goes to another deployment, until it is promoted or taken away. */
export function CanaryTab({ stage, deployments, canaryChanges, editable }: StageDetailProps) {
  const canary = stage.canarySettings;
  if (!canary && !editable)
    return (
      <Section title="Canary">
        <p className="text-muted">This stage has no canary.</p>
      </Section>
    );
  return (
    <>
      {canary && (
        <CanaryComparison
          restApiId={stage.restApiId}
          stageName={stage.stageName}
          actions={editable && <CanaryActions stage={stage} canary={canary} />}
        />
      )}
      <CanaryForm
        key={JSON.stringify([canary, stage.variables])}
        stage={stage}
        deployments={deployments}
        editable={editable}
      />
      {canary && (
        <Section
          title="What the canary has that the stage has not"
          description={`Deployment ${canary.deploymentId} beside ${stage.deploymentId}.`}
        >
          <ChangeList changes={canaryChanges} empty="Both serve the same definition." />
        </Section>
      )}
    </>
  );
}
