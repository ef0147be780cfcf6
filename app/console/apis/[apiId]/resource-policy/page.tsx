import type { Metadata } from 'next';
import { canEdit, isAdministrator } from '@/app/console/canEdit';
import { resourcePolicyTemplates } from '@/lib/model/resourcePolicyTemplates';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { PolicyRules } from './_components/PolicyRules';
import { ResourcePolicy } from './_components/ResourcePolicy';

export const metadata: Metadata = { title: 'Resource policy' };

type Props = { params: Promise<{ apiId: string }> };

export default async function ResourcePolicyPage({ params }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-x-8 gap-y-6 p-5 xl:grid-cols-[minmax(0,5fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
        <p className="max-w-[80ch] text-muted">
          From where and for whom this API may be called, whatever its methods ask for. It takes effect when
          it is deployed.
        </p>
        <NotDeployed actor={actor} apiId={apiId} />
        <ResourcePolicy
          restApiId={apiId}
          isPrivate={api.endpointConfiguration.types.includes('PRIVATE')}
          editable={canEdit(actor)}
          templates={resourcePolicyTemplates(await firstUserArn(actor))}
          {...(api.policy !== undefined && { policy: api.policy })}
        />
      </div>
      <PolicyRules apiId={apiId} />
    </div>
  );
}

/** Only administrators may read users; others get an ARN to fill in. */
const firstUserArn = async (actor: Actor) =>
  isAdministrator(actor) ? (await control().identity.users(actor))[0]?.arn : undefined;

/** While stages serve another policy than the one that is shown. */
async function NotDeployed({ actor, apiId }: { actor: Actor; apiId: string }) {
  const { deployments, stages } = control();
  const [changes, all] = await Promise.all([deployments.pending(actor, apiId), stages.list(actor, apiId)]);
  if (all.length === 0 || !changes.some(({ subject, path }) => subject === 'API' && path === 'policy'))
    return null;
  return (
    <p className="rounded-md border border-warning/30 bg-warning-fill px-3 py-2 text-warning">
      Stages still serve the policy of their deployments; this one is not deployed. The button above shows the
      difference and deploys it.
    </p>
  );
}
