import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { functionChoices } from '@/components/console/functionChoices';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { Authorizers } from './_components/Authorizers';

export const metadata: Metadata = { title: 'Authorizers' };

export default async function AuthorizersPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findHttpApi(apiId);
  const { apis } = control();
  const [authorizers, routes, stages, functions] = await Promise.all([
    apis.authorizers.list(actor, apiId),
    apis.routes.list(actor, apiId),
    apis.stages.list(actor, apiId),
    control().functions.list(actor),
  ]);
  const lines = authorizers.map((authorizer) => ({
    authorizer,
    routeKeys: routes
      .filter(({ authorizerId }) => authorizerId === authorizer.authorizerId)
      .map(({ routeKey }) => routeKey),
  }));
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <Authorizers
        apiId={apiId}
        lines={lines}
        functions={functionChoices(functions)}
        routes={routes.map(({ routeId, routeKey, authorizerId, authorizationScopes: scopes = [] }) => ({
          ...{ routeId, routeKey, authorizerId, scopes },
        }))}
        stageNames={stages.map(({ stageName }) => stageName)}
        editable={canEdit(actor)}
      />
    </div>
  );
}
