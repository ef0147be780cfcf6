import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { findWebSocketApi } from '../findWebSocketApi';
import { ModelTable } from './_components/ModelTable';

export const metadata: Metadata = { title: 'Models' };

export default async function ModelsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findWebSocketApi(apiId);
  const { models, routes } = control().apis;
  const [all, using] = await Promise.all([models.list(actor, apiId), routes.list(actor, apiId)]);
  const rows = all.map((model) => ({
    ...model,
    uses: using
      .filter(({ requestModels = {} }) => Object.values(requestModels).includes(model.name))
      .map(({ routeKey }) => routeKey),
  }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <ModelTable apiId={apiId} rows={rows} editable={canEdit(actor)} />
    </div>
  );
}
