import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { functionChoices } from '@/components/console/functionChoices';
import { control } from '@/lib/runtime/slot';
import { findWebSocketApi } from '../findWebSocketApi';
import { AuthorizerTable } from './_components/AuthorizerTable';

export const metadata: Metadata = { title: 'Authorizers' };

export default async function AuthorizersPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findWebSocketApi(apiId);
  const { apis, functions } = control();
  const [rows, routes, stages, all] = await Promise.all([
    apis.authorizers.list(actor, apiId),
    apis.routes.list(actor, apiId),
    apis.stages.list(actor, apiId),
    functions.list(actor),
  ]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <p className="max-w-[80ch] text-muted">
        A function that is asked once, when a client connects; what it says about the caller stands in every
        later event. The route $connect names the authorizer.
      </p>
      <AuthorizerTable
        apiId={apiId}
        rows={rows.map((row) => ({
          ...row,
          isUsed: routes.some(({ authorizerId }) => authorizerId === row.authorizerId),
        }))}
        functions={functionChoices(all)}
        stageNames={stages.map(({ stageName }) => stageName)}
        editable={canEdit(actor)}
      />
    </div>
  );
}
