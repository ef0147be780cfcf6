import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canEdit } from '@/app/console/canEdit';
import { isControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../../findApi';
import { ModelEditor } from '../_components/ModelEditor';
import { type Generated, ModelSidebar } from '../_components/ModelSidebar';
import { modelUses } from '../_components/modelUses';

type Props = { params: Promise<{ apiId: string; modelName: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Model ${(await params).modelName}` };
}

export default async function ModelPage({ params }: Props) {
  const { apiId, modelName } = await params;
  const { actor } = await findApi(apiId);
  const { models, resources } = control();
  const [all, tree] = await Promise.all([models.list(actor, apiId), resources.list(actor, apiId)]);
  const model = all.find(({ name }) => name === modelName);
  if (!model) notFound();
  return (
    <ModelEditor restApiId={apiId} model={model} editable={canEdit(actor)}>
      <ModelSidebar
        restApiId={apiId}
        name={modelName}
        generated={await generate(actor, apiId, modelName)}
        uses={modelUses(tree, all).get(modelName) ?? []}
      />
    </ModelEditor>
  );
}

/** Of some schemas no example can be made: the page says so and stays. */
async function generate(actor: Actor, apiId: string, name: string): Promise<Generated> {
  try {
    return await control().models.generate(actor, apiId, name);
  } catch (error) {
    if (isControlError(error)) return { problem: error.message };
    throw error;
  }
}
