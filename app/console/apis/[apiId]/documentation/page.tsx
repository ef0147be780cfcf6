import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { documentedEntities } from '@/lib/model/documentedEntities';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { PartsWorkspace } from './_components/PartsWorkspace';

export const metadata: Metadata = { title: 'Documentation' };

export default async function DocumentationPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const { resources, models, documentation } = control();
  const [tree, schemas, parts] = await Promise.all([
    resources.list(actor, apiId),
    models.list(actor, apiId),
    documentation.parts(actor, apiId),
  ]);
  return (
    <PartsWorkspace
      restApiId={apiId}
      editable={canEdit(actor)}
      entities={documentedEntities({ description: api.description, resources: tree, models: schemas })}
      parts={parts}
    />
  );
}
