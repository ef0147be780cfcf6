import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { Button } from '@/components/ui/Button';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { ModelEditor } from './_components/ModelEditor';
import { ModelTable } from './_components/ModelTable';
import { modelHref } from './_components/modelHref';
import { modelUses, textOfUse } from './_components/modelUses';

export const metadata: Metadata = { title: 'Models' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ create?: string }> };

export default async function ModelsPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const editable = canEdit(actor);
  if (editable && (await searchParams).create) return <ModelEditor restApiId={apiId} editable />;
  const { models, resources } = control();
  const [all, tree] = await Promise.all([models.list(actor, apiId), resources.list(actor, apiId)]);
  const uses = modelUses(tree, all);
  const rows = all.map(({ schema: _schema, ...row }) => ({
    ...row,
    uses: (uses.get(row.name) ?? []).map(textOfUse),
  }));
  return (
    <div className="p-5">
      <ModelTable restApiId={apiId} rows={rows} create={editable && <CreateLink apiId={apiId} />} />
    </div>
  );
}

const CreateLink = ({ apiId }: { apiId: string }) => (
  <Button variant="primary" asChild>
    <Link href={modelHref(apiId)}>
      <Plus aria-hidden />
      Create model
    </Link>
  </Button>
);
